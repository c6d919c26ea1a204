// The archive's content/ as an Eleventy site: the same pages at the same addresses.
const fs = require("node:fs");
const path = require("node:path");

const tabs = [
  ["Home", "/"], ["Editions", "/editions/"], ["Stories", "/stories/"], ["People", "/entities/kind/person/"],
  ["Places", "/entities/kind/place/"], ["Organisations", "/entities/kind/organisation/"], ["Names A–Z", "/entities/"],
  ["Topics", "/topics/"], ["Sources", "/sources/"], ["Archive", "/archive/"], ["Rights", "/rights/"],
];

const address = (file) => "/" + file.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/");

const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/[\s-]+/g, "-");

// Links to Markdown files lead to their pages; each heading has an anchor and a link to itself.
function linked(md) {
  md.core.ruler.push("addresses", (state) => {
    const here = (state.env.page?.inputPath ?? "").replace(/^\.?\/?content\//, "");
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        const to = token.type === "link_open" ? token.attrGet("href") : "";
        const [file, fragment] = (to ?? "").split("#");
        if (file.endsWith(".md") && !/^[a-z]+:/.test(file)) {
          const way = address(path.posix.join(path.posix.dirname(here), decodeURI(file)));
          token.attrSet("href", encodeURI(way) + (fragment ? "#" + fragment : ""));
        }
      }
    }
  });
  md.core.ruler.push("anchors", (state) => {
    const taken = new Set();
    state.tokens.forEach((token, at) => {
      if (token.type === "heading_open") {
        const inline = state.tokens[at + 1];
        const words = inline.children.filter((one) => ["text", "code_inline"].includes(one.type));
        const plain = slug(words.map((one) => one.content).join(""));
        let id = plain;
        for (let count = 1; taken.has(id); count += 1) id = `${plain}_${count}`;
        taken.add(id);
        token.attrSet("id", id);
        const link = new state.Token("html_inline", "", 0);
        link.content = `<a class="headerlink" href="#${id}" title="Permanent link">&para;</a>`;
        inline.children.push(link);
      }
    });
  });
}

module.exports = function (eleventyConfig) {
  eleventyConfig.setQuietMode(true);
  eleventyConfig.amendLibrary("md", (md) => md.use(linked));
  eleventyConfig.addGlobalData("layout", "page.njk");
  eleventyConfig.addGlobalData("tabs", tabs);
  for (const name of ["buttons", "footer"]) {
    eleventyConfig.addGlobalData(name, fs.readFileSync(path.join(__dirname, "layouts", name + ".html"), "utf-8"));
  }
  eleventyConfig.addFilter("address", address);
  eleventyConfig.addFilter("linkedData", (html) => {
    const part = html.split("<!-- linked-data: ")[1];
    return part ? part.split(" :linked-data -->")[0] : "";
  });
  eleventyConfig.addFilter("opened", (html) =>
    html
      .replace(/<!-- broadsheet:([a-z-]+) -->/g, '<section class="bs-block bs-$1" lang="en" dir="ltr">')
      .replace(/<!-- \/broadsheet:[a-z-]+ /g, "</section>$&")
      .replaceAll("<!-- picture: ", "<figure>").replaceAll(" :picture -->", "</figure>").replaceAll("<a data-to=", "<a href="),
  );
  eleventyConfig.addPassthroughCopy("content/search/words.json");
  return {
    dir: { input: "content", includes: "../layouts", output: "site" },
    templateFormats: ["md"],
    markdownTemplateEngine: false, // pages hold BibTeX, which is full of braces
  };
};
