"use strict";
/* The scripts of the page are parts. Each is a function: it takes names of parts before it, and
   gives names to those after. Nothing else is seen from outside, and `PARTS` is where a reader who
   opens the console finds them. `StudyPage.swift` has their order. */
const PARTS = {};
const part = (name, make) => {
  PARTS[name] = Object.freeze(make(PARTS) ?? {});
};
