let inLegend = $state<string>();
let onMap = $state<string>();

/** What is pointed at: a class in the legend, which lights its areas, or an area, which marks its class. */
export const pointing = {
  /** The id of the class that is pointed at in the legend. */
  get inLegend(): string | undefined {
    return inLegend;
  },
  /** The id of the class of the area that is pointed at on the map. */
  get onMap(): string | undefined {
    return onMap;
  },
  legend: (id: string | undefined): void => void (inLegend = id),
  map: (id: string | undefined): void => void (onMap = id),
};
