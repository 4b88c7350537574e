namespace Beffroi.Browser.Tests;

/// <summary>Tab, arrows, space, Enter and letters: the mouse stays where it is.</summary>
public sealed class Keyboard(IPage page) : IHand
{
    const int MostFrames = 120;
    const int MostTabs = 90;

    // The name of what has the focus, as its label, its words or its name for screen readers tell it.
    const string Focused = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return '';
          const label = element.labels?.length ? [...element.labels].map(l => l.textContent).join(' ') : null;
          const legend = element.getAttribute('aria-labelledby') ? element.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id)?.textContent).join(' ') : null;
          return (label ?? element.getAttribute('aria-label') ?? legend ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
        }
        """;

    const string Visible = """
        () => {
          const element = document.activeElement;
          const target = element.matches('input[type=radio], input[type=checkbox]') ? [element, element.parentElement, ...(element.labels ?? [])] : [element];
          const box = element.getBoundingClientRect();
          const marked = target.some(e => [e, ...(e.matches('label, div') ? e.children : [])].some(part => ['', '::before', '::after'].some(pseudo => {
            const style = getComputedStyle(part, pseudo || null);
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          })));
          return marked && (box.width === 0 || (box.bottom > 0 && box.top < innerHeight));
        }
        """;

    const string Where = """
        () => {
          const element = document.activeElement;
          const { top, bottom, width } = element.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return `top ${top}, bottom ${bottom}, width ${width}, window ${innerHeight}, outline ${outlineStyle} ${outlineWidth}, focus-visible ${element.matches(':focus-visible')}, disabled ${element.disabled}`;
        }
        """;

    public async Task Press(string button)
    {
        await Reach(name => string.Equals(name, Visitor.Flat(button), StringComparison.Ordinal), button);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task Choose(string answer)
    {
        var first = await Reach(_ => true, "an answer", "input[type=radio]");
        await page.Keyboard.PressAsync("Space");
        var met = new List<string>();
        for (var name = await Name(); !string.Equals(name, Visitor.Flat(answer), StringComparison.Ordinal); name = await Name())
        {
            Assert.True(met.Count < 20, $"The arrows go round and never meet « {answer} »: only {string.Join(" / ", met.Distinct(StringComparer.Ordinal))}.");
            met.Add(name);
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.checked"), $"« {answer} » has the focus and is not chosen (began at « {first} »).");
    }

    public async Task Type(string label, string text)
    {
        await Reach(name => name.StartsWith(Visitor.Flat(label), StringComparison.Ordinal), label, "input, textarea");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task Tick(string box)
    {
        await Reach(name => name.StartsWith(box, StringComparison.Ordinal), box, "input[type=checkbox]");
        await page.Keyboard.PressAsync("Space");
    }

    public async Task TypeNumber(string number)
    {
        await Reach(_ => true, "the field", "#reponse");
        await page.Keyboard.TypeAsync(number);
    }

    public Task Judge(bool french) => page.Keyboard.PressAsync(french ? "ArrowLeft" : "ArrowRight");

    async Task<string> Reach(Func<string, bool> wanted, string what, string kind = "a, button, input, select, textarea, summary")
    {
        var met = new List<string>();
        for (var tab = 0; tab < MostTabs; tab++)
        {
            // What has the focus already needs no Tab.
            if (tab > 0)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            var name = await Name();
            met.Add(name);
            if (wanted(name) && await page.EvaluateAsync<bool>("kind => document.activeElement.matches(kind)", kind))
            {
                await Shown(name);
                return name;
            }
        }

        throw new Xunit.Sdk.XunitException($"Tab never reaches « {what} » on {page.Url}; it meets {string.Join(" / ", met.Distinct(StringComparer.Ordinal).Take(40))}.");
    }

    // A picture that arrives moves what is under it: the page is left some frames to bring it back into view.
    async Task Shown(string name)
    {
        for (var frame = 0; frame < MostFrames; frame++)
        {
            if (await page.EvaluateAsync<bool>(Visible))
            {
                return;
            }

            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(done))");
        }

        throw new Xunit.Sdk.XunitException($"« {name} » has the focus and nothing shows it: {await page.EvaluateAsync<string>(Where)}");
    }

    Task<string> Name() => page.EvaluateAsync<string>(Focused);
}
