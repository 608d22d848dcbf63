// The chart as a picture. In: a chart that is drawn in #chart. Out: buttons that save it as SVG or PNG, with the name of the page.
// On purpose no request: the picture is made of what is on the screen. Without a script there are no buttons, and the CSV remains.
const box = document.getElementById("chart");
const list = document.getElementById("downloads");

function save(address, kind) {
  const link = document.createElement("a");
  link.href = address;
  link.download = `${list.dataset.name}.${kind}`;
  link.click();
}

function picture(kind) {
  const shown = window.echarts.getInstanceByDom(box);
  const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  if (kind === "svg") { save(shown.getDataURL({ type: "svg" }), kind); return; }
  const frame = document.createElement("div");
  frame.style.cssText = `position:absolute;left:-9999px;width:${box.clientWidth}px;height:${box.clientHeight}px`;
  document.body.append(frame);
  const made = window.echarts.init(frame, null, { renderer: "canvas", devicePixelRatio: 2 });
  made.setOption({ ...shown.getOption(), animation: false });
  save(made.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: paper }), kind);
  made.dispose();
  frame.remove();
}

if (box && list && window.echarts) {
  for (const kind of ["svg", "png"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tool";
    button.textContent = kind.toUpperCase();
    button.addEventListener("click", () => picture(kind));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
}
