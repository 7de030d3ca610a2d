/** The order of a system's points, as lists of {pointKey, displayOrder, visible, …} that are never changed but replaced. */

/** Those that have a tile. */
export function shown(points) {
  return points.filter((point) => point.active && point.visible);
}

/** Those that could have one. */
export function hidden(points) {
  return points.filter((point) => point.active && !point.visible);
}

/**
 * Puts a point into the place that a tile has now. What lies between the two places moves up by one, with the numbers that are
 * there already; only where several have the same number more of them change.
 *
 * @param to index among the shown points
 */
export function moved(points, key, to) {
  const from = points.findIndex((point) => point.pointKey === key);
  const target = points.indexOf(shown(points)[to]);
  const order = points.filter((point) => point.pointKey !== key);
  order.splice(target, 0, points[from]);
  const numbers = points.map((point) => point.displayOrder);
  const first = Math.min(from, target);
  const last = Math.max(from, target);
  let least = first > 0 ? numbers[first - 1] + 1 : numbers[first];
  return order.map((point, index) => {
    const number = Math.max(numbers[index], least);
    if (index < first || (index > last && number === point.displayOrder)) {
      return point;
    }
    least = number + 1;
    return { ...point, displayOrder: number };
  });
}

/** Shows a point or hides it; its place stays. */
export function turned(points, key, visible) {
  return points.map((point) => (point.pointKey === key ? { ...point, visible } : point));
}

/** What leads from one list to the other, as the API takes it. */
export function changes(before, after) {
  const known = new Map(before.map((point) => [point.pointKey, point]));
  return after.flatMap(({ pointKey, displayOrder, visible }) => {
    const old = known.get(pointKey);
    if (!old || (old.displayOrder === displayOrder && old.visible === visible)) {
      return [];
    }
    return [{ pointKey, displayOrder, visible }];
  });
}
