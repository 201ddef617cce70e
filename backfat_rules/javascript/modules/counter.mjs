// Numbers by name, 0 where nothing was counted: as Python's Counter.

export class Counter extends Map {
  get(name) {
    return super.get(name) ?? 0;
  }

  add(name, number = 1) {
    this.set(name, this.get(name) + number);
  }
}
