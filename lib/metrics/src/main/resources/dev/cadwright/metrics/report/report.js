'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const PAGE = 24;
  const at = id => document.getElementById(id);
  const state = {page: 0, shown: []};

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function figure(value) {
    if (value === 0) return '0';
    const size = Math.abs(value);
    if (size < 1e-3 || size >= 1e5) return value.toExponential(2);
    return value.toFixed(Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(size)))));
  }

  const predictionOf = (sample, model) => sample.predictions.find(p => p.model === model);

  function scoreOf(sample, model) {
    const prediction = predictionOf(sample, model);
    return (prediction && prediction.scores[data.protocol])
        || {verdict: 'failed', category: 'missing', reason: 'there is no prediction', metrics: {iou: 0}};
  }

  const iou = (sample, model) => scoreOf(sample, model).metrics.iou;

  function matches(sample, words) {
    if (!words) return true;
    const texts = [sample.name, sample.program || ''];
    for (const prediction of sample.predictions) {
      texts.push(prediction.program || '');
      for (const score of Object.values(prediction.scores)) texts.push(score.category || '', score.reason || '');
    }
    return texts.join('\n').toLowerCase().includes(words);
  }

  function choose() {
    const model = at('model').value;
    const words = at('find').value.trim().toLowerCase();
    state.shown = data.samples.filter(sample => matches(sample, words)
        && (!at('failed').checked || scoreOf(sample, model).verdict !== 'measured'));
    const sign = {worst: 1, best: -1}[at('order').value];
    // Samples left out have no number: they come last in either order.
    const last = sign * Infinity;
    if (sign) state.shown.sort((a, b) => sign * ((iou(a, model) ?? last) - (iou(b, model) ?? last)) || 0);
    state.page = 0;
    draw();
  }

  function picture(shape, label) {
    if (!shape || !shape.picture) {
      return element('div', 'nothing', shape && shape.left_out ? 'picture left out to keep this page small' : 'no shape');
    }
    const image = element('img');
    image.src = 'data:image/png;base64,' + shape.picture;
    image.alt = label;
    image.loading = 'lazy';
    image.width = image.height = 192;
    return image;
  }

  function truth(sample) {
    const shape = element('div', 'shape');
    shape.append(element('h4', '', 'truth'), picture(sample, 'truth of ' + sample.name));
    return shape;
  }

  function prediction(sample, model) {
    const shape = element('div', 'shape');
    const score = scoreOf(sample, model);
    const heading = element('h4', '', model);
    heading.title = model;
    shape.append(heading, picture(predictionOf(sample, model), model + ' on ' + sample.name));
    if (score.verdict === 'measured') {
      const value = score.metrics.iou;
      shape.append(element('p', 'score', value === undefined ? 'measured' : 'IoU ' + figure(value)));
    } else {
      const text = score.verdict === 'excluded' ? 'left out: ' + score.category : 'IoU 0 · ' + score.category;
      shape.append(element('p', 'score bad', text), element('p', 'reason', score.reason));
    }
    return shape;
  }

  function numbers(scores) {
    const table = element('table');
    for (const [protocol, score] of Object.entries(scores)) {
      for (const [name, value] of Object.entries(score.metrics)) {
        const row = table.insertRow();
        row.append(element('th', '', protocol + ' ' + name));
        row.insertCell().textContent = figure(value);
      }
    }
    return table;
  }

  function more(sample) {
    const all = element('div', 'more');
    if (sample.program) {
      const section = element('section');
      section.append(element('h4', '', 'truth'), element('pre', '', sample.program));
      all.append(section);
    }
    for (const shape of sample.predictions) {
      const section = element('section');
      section.append(element('h4', '', shape.model));
      if (shape.program) section.append(element('pre', '', shape.program));
      section.append(numbers(shape.scores));
      all.append(section);
    }
    return all;
  }

  function toggle(card, sample) {
    const open = card.querySelector('.more');
    if (open) open.remove(); else card.append(more(sample));
    const button = card.querySelector('button');
    button.setAttribute('aria-expanded', String(!open));
    button.textContent = open ? 'details' : 'close';
  }

  function card(sample) {
    const made = element('article', 'card');
    made.tabIndex = 0;
    made.setAttribute('aria-label', 'sample ' + sample.name);
    const button = element('button', '', 'details');
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => toggle(made, sample));
    const title = element('div', 'title');
    title.append(element('h3', '', sample.name), button);
    made.append(title);
    const shapes = element('div', 'shapes');
    shapes.append(truth(sample), ...data.models.map(model => prediction(sample, model)));
    made.append(shapes);
    made.addEventListener('keydown', event => {
      if (event.target === made && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        toggle(made, sample);
      }
    });
    return made;
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(state.shown.length / PAGE));
    const from = state.page * PAGE;
    at('cards').replaceChildren(...state.shown.slice(from, from + PAGE).map(card));
    at('count').textContent = state.shown.length + ' of ' + data.samples.length + ' samples';
    at('page').textContent = 'page ' + (state.page + 1) + ' of ' + pages;
    at('previous').disabled = state.page === 0;
    at('next').disabled = state.page + 1 >= pages;
  }

  function turn(by) {
    const pages = Math.ceil(state.shown.length / PAGE);
    if (state.page + by < 0 || state.page + by >= pages) return;
    state.page += by;
    draw();
    at('gallery').scrollIntoView();
  }

  function step(by) {
    const cards = [...document.querySelectorAll('.card')];
    const current = cards.indexOf(document.activeElement.closest('.card'));
    const next = cards[current < 0 ? 0 : current + by];
    if (next) {
      next.focus();
      next.scrollIntoView({block: 'nearest'});
    }
  }

  function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme
        ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => turn(1),
    p: () => turn(-1),
    t: theme,
    '/': () => at('find').focus(),
  };
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing && event.key === 'Escape') event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const model of data.models) at('model').append(element('option', '', model));
  for (const id of ['model', 'order', 'failed']) at(id).addEventListener('change', choose);
  at('find').addEventListener('input', choose);
  at('controls').addEventListener('submit', event => event.preventDefault());
  at('previous').addEventListener('click', () => turn(-1));
  at('next').addEventListener('click', () => turn(1));
  at('theme').addEventListener('click', theme);
  choose();
})();
