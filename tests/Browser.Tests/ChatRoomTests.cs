using Beffroi.Chat;
using Beffroi.Kit;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>A room, by whoever comes to it: cut off, by keyboard alone, on a telephone, without JavaScript.</summary>
public sealed class ChatRoomTests(Town town)
{
    static readonly Guid Private = ChatWorld.PrivateRoom;

    [Fact]
    public async Task Who_was_cut_off_comes_back_to_exactly_what_was_missed_in_order()
    {
        var room = ChatWorld.Channel(ChannelPhase.Qualification);
        await using var line = town.Product.Line();
        await using var samira = await ChatPerson.Come(town, ChatWorld.Samira, context => context.BaseURL = line.Address);
        await using var hugo = await ChatPerson.Come(town, ChatWorld.Hugo);
        await samira.Enter(room);
        await hugo.Enter(room);
        var (first, hidden, own) = (ChatPerson.Mark(), ChatPerson.Mark(), ChatPerson.Mark());
        string[] missed = [.. Enumerable.Range(0, 4).Select(_ => ChatPerson.Mark())];
        await hugo.Say(first);
        await Expect(samira.Message(first)).ToBeVisibleAsync();
        await samira.Stay();

        await samira.Window.Context.SetOfflineAsync(true);
        line.Cut();
        await Expect(samira.Page.Locator(".chat-state")).ToContainTextAsync("La liaison est coupée");
        await hugo.Say(missed[0]);
        await hugo.SayTo("own", null, hidden);
        foreach (var text in missed.Skip(1))
        {
            await hugo.SayToAll(text);
        }

        // What is written meanwhile waits beside the others, and is sent when the line is back.
        await samira.Page.Locator("[data-composer] textarea").FillAsync(own);
        await samira.Page.Locator("[data-composer] textarea").PressAsync("Control+Enter");
        await Expect(samira.Page.Locator("[data-sending]")).ToContainTextAsync(own);
        Assert.Equal([first], await samira.TextsFrom(first));

        line.Mend();
        await samira.Window.Context.SetOfflineAsync(false);
        await Expect(samira.Message(missed[^1])).ToBeVisibleAsync();
        await Expect(samira.Message(own)).ToBeVisibleAsync();
        await Expect(hugo.Message(own)).ToBeVisibleAsync();
        Assert.Equal([first, .. missed, own], await samira.TextsFrom(first));
        Assert.Equal([first, missed[0], hidden, .. missed.Skip(1), own], await hugo.TextsFrom(first));
        await samira.HasStayed();
    }

    [Fact]
    public async Task Readers_see_who_is_writing()
    {
        await using var hugo = await ChatPerson.Come(town, ChatWorld.Hugo);
        await using var nadia = await ChatPerson.Come(town, ChatWorld.Nadia);
        await hugo.Enter(Private);
        await nadia.Enter(Private);

        await nadia.Page.Locator("[data-composer] textarea").PressSequentiallyAsync("Je regarde");

        await Expect(hugo.Page.Locator(".chat-typing")).ToHaveTextAsync("Nadia Belkacem écrit…");
        await Expect(nadia.Page.Locator(".chat-typing")).ToBeEmptyAsync();
        await Expect(hugo.Page.Locator(".chat-people")).ToContainTextAsync(ChatWorld.Nadia);
    }

    [Fact]
    public async Task A_message_is_written_and_answered_by_keyboard_alone()
    {
        await using var paul = await ChatPerson.Come(town, ChatWorld.Paul);
        await paul.Enter(Private);
        var (keyboard, mark) = (new Keyboard(paul.Page), ChatPerson.Mark());

        await keyboard.Type("Votre message", mark);
        await paul.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(paul.Message(mark)).ToBeVisibleAsync();

        // From the text to the messages, and to the reply.
        await paul.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(paul.Message(mark)).ToBeFocusedAsync();
        await paul.Page.Keyboard.PressAsync("r");
        await paul.Page.Reach("/fil/");
        await keyboard.Type("Votre réponse", "Réponse " + mark);
        await keyboard.Press("Envoyer");
        await Expect(paul.Message("Réponse " + mark)).ToBeVisibleAsync();
        Assert.Empty(paul.Window.Complaints);
    }

    [Fact]
    public async Task On_a_small_telephone_nothing_overflows()
    {
        await using var hugo = await ChatPerson.Come(town, ChatWorld.Hugo, onTelephone: true);
        var room = ChatWorld.Channel(ChannelPhase.Reaction, Lang.English);
        var mark = ChatPerson.Mark();
        await hugo.Enter(room);
        await hugo.Say($"{mark} https://{new string('a', 60)}.example/{new string('b', 200)} {new string('W', 120)}\n\n```\n{new string('x', 150)}\n```", mark);
        await hugo.NothingOverflows();
        await (await hugo.Acts(mark)).GetByRole(AriaRole.Button, new() { Name = "Ouvrir un dossier" }).TapAsync();
        await hugo.Page.Reach("/discussion/dossiers/[^/]+$");
        await hugo.NothingOverflows();
        foreach (var address in new[] { Addresses.Home(Lang.French), Addresses.Cases(Lang.French), Addresses.Notices(Lang.French), Addresses.Settings(Lang.French), Addresses.Search(Lang.French) + "?q=" + mark })
        {
            await hugo.Page.GotoAsync(address);
            await hugo.NothingOverflows();
        }

        Assert.Empty(hugo.Window.Complaints);
    }

    [Fact]
    public async Task Without_JavaScript_a_room_is_read_and_written_in()
    {
        await using var nadia = await ChatPerson.Come(town, ChatWorld.Nadia, context => context.JavaScriptEnabled = false);
        var (said, answer) = (ChatPerson.Mark(), ChatPerson.Mark());
        await nadia.Page.GotoAsync(Addresses.Room(Lang.French, Private));
        await Expect(nadia.Message("Trois cents comptes")).ToBeVisibleAsync();

        await nadia.Page.Locator("textarea[name=Text]").FillAsync(said);
        await nadia.Press("Envoyer");
        await Expect(nadia.Message(said)).ToBeVisibleAsync();
        await (await nadia.Acts(said)).GetByRole(AriaRole.Button, new() { Name = "Je regarde" }).ClickAsync();
        await Expect(nadia.Message(said).Locator("button[aria-pressed=true]")).ToBeVisibleAsync();
        await (await nadia.Acts(said)).GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();
        await nadia.Page.Locator("textarea[name=Text]").FillAsync(answer);
        await nadia.Press("Envoyer");
        await Expect(nadia.Message(answer)).ToBeVisibleAsync();
    }
}
