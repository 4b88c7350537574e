using System.Collections.Concurrent;
using Beffroi.Chat;
using Beffroi.Kit;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Somebody of the chat before a window of their own: what a person does in a room, and all that the live line told their browser.</summary>
sealed class ChatPerson : IAsyncDisposable
{
    ChatPerson(Window window, string name)
    {
        (Window, Name) = (window, name);
        window.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Heard.Enqueue(frame.Text ?? "");
    }

    public Window Window { get; }

    public string Name { get; }

    public IPage Page => Window.Page;

    /// <summary>What came to the browser without being asked for by a page.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    public static async Task<ChatPerson> Come(Town town, string name, Action<BrowserNewContextOptions>? choose = null, bool onTelephone = false)
    {
        var person = new ChatPerson(onTelephone ? await town.Telephone(choose) : await town.Desk(choose), name);
        await person.Window.SignIn(name);
        return person;
    }

    /// <summary>A word that no other test says.</summary>
    public static string Mark() => "m" + Guid.NewGuid().ToString("N")[..10];

    /// <summary>Opens a room, and waits for its live line: who is there is told by it.</summary>
    public async Task Enter(Guid room)
    {
        await Page.GotoAsync(Addresses.Room(Lang.French, room));
        await Expect(Page.Locator(".chat-people")).ToContainTextAsync(Name);
    }

    /// <summary>Writes and sends from the keyboard; done when it is kept.</summary>
    /// <param name="shown">What of it is read on the page; null: all.</param>
    public async Task Say(string text, string? shown = null)
    {
        await Page.Locator("[data-composer] textarea").FillAsync(text);
        await Page.Locator("[data-composer] textarea").PressAsync("Control+Enter");
        await Expect(Message(shown ?? text)).ToBeVisibleAsync();
    }

    /// <summary>To some of the room only, as the form offers it.</summary>
    /// <param name="who">Value of the choice.</param>
    /// <param name="box">Label of the box to tick, of an organisation or of a person with theirs.</param>
    public async Task SayTo(string who, string? box, string text)
    {
        var more = Page.Locator("[data-composer] details");
        if (await more.GetAttributeAsync("open") is null)
        {
            await more.Locator("summary").ClickAsync();
        }

        await more.Locator("select[name=Who]").SelectOptionAsync(who);
        foreach (var ticked in await more.Locator("input[type=checkbox]:checked").AllAsync())
        {
            await ticked.UncheckAsync(new() { Force = true });
        }

        if (box is not null)
        {
            await more.GetByLabel(box, new() { Exact = true }).CheckAsync(new() { Force = true });
        }

        await Say(text);
    }

    public async Task SayToAll(string text)
    {
        await Page.Locator("select[name=Who]").SelectOptionAsync("");
        await Say(text);
    }

    /// <summary>A message that was kept.</summary>
    public ILocator Message(string text) => Page.Locator("li[data-message]", new() { HasText = text });

    /// <summary>Unfolds what can be done with a message.</summary>
    public async Task<ILocator> Acts(string text)
    {
        var message = Message(text);
        await message.Locator("details.chat-menu > summary").ClickAsync();
        return message.Locator("details.chat-menu");
    }

    /// <summary>Texts of the messages from this one on, as they stand on the page.</summary>
    public async Task<IReadOnlyList<string>> TextsFrom(string first) =>
        [.. (await Page.Locator("li[data-message] .chat-text").AllTextContentsAsync()).Select(t => t.Trim()).SkipWhile(t => t != first)];

    public Task Press(string button) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>From now on it can be told whether the page was loaded again.</summary>
    public Task Stay() => Page.EvaluateAsync("() => { window.stayed = true; }");

    public async Task HasStayed() => Assert.True(await Page.EvaluateAsync<bool>("() => window.stayed === true"), $"The page of {Name} was loaded again.");

    public async Task NothingOverflows()
    {
        var wide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
              : ['scrolls sideways', ...[...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth).map((e) => e.outerHTML.slice(0, 100))]
            """);
        Assert.True(wide.Length == 0, $"{Page.Url}: {string.Join('\n', wide.Take(6))}");
    }

    public ValueTask DisposeAsync() => Window.DisposeAsync();
}
