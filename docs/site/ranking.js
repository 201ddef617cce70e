// Pages that somebody wrote stand before those that a program wrote of single entries.
var Scorer = {
  score: ([page, , , , score]) => (/^docs\/(knowledge|decisions)\//.test(page) ? score / 4 : score),
  // what follows is Sphinx's own
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
