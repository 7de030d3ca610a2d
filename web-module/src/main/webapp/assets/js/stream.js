/**
 * The server's word that there are new values. Open while the page is seen, so that forgotten tabs hold no connection; the
 * browser opens it again by itself when it ends or breaks.
 */
const PATIENCE_MS = 40_000;

export class Stream {
  #url;
  #on;
  #source = null;
  #heardAt = 0;

  constructor(subjects, on) {
    const ids = (name) => subjects.filter((each) => each.startsWith(`${name}=`)).map((each) => each.slice(name.length + 1));
    const query = new URLSearchParams();
    query.set("systemIds", ids("systemId").join(","));
    query.set("compositeIds", ids("compositeId").join(","));
    this.#url = `/api/data/stream?${query}`;
    this.#on = on;
    document.addEventListener("visibilitychange", () => this.#follow());
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", () => this.#follow());
    this.#follow();
  }

  /** Whether the server can tell, and was heard of lately. */
  isOpen() {
    return this.#source?.readyState === EventSource.OPEN && Date.now() - this.#heardAt < PATIENCE_MS;
  }

  #follow() {
    if (document.hidden) {
      this.#close();
    } else if (this.#source === null) {
      this.#open();
    }
  }

  #close() {
    this.#source?.close();
    this.#source = null;
  }

  #open() {
    const source = new EventSource(this.#url);
    this.#source = source;
    const heard = () => (this.#heardAt = Date.now());
    source.addEventListener("ready", () => {
      heard();
      this.#on.opened();
    });
    source.addEventListener("quiet", heard);
    source.addEventListener("latest", ({ data }) => {
      heard();
      this.#on.told(data.split(" "));
    });
    source.addEventListener("error", () => this.#on.closed());
  }
}
