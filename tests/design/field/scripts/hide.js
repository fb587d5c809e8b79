(how) => {
  Object.defineProperty(document, "hidden", { value: how === "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
