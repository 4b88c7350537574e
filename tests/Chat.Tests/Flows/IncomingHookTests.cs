using System.Net;
using System.Net.Http.Json;
using System.Text;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>Programs made for Mattermost or Slack post into a room (C13, C10's wrong token).</summary>
public sealed class IncomingHookTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory, ClassData(typeof(Engines))]
    public async Task A_program_posts_json_or_a_form_and_is_answered_as_it_expects(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var address = await Make(site);
        var program = site.Visit();

        var json = await program.Http.PostAsJsonAsync(address, new { text = "Un \u202E<https://site.example|lien>", username = "robot", attachments = new[] { new { title = "Une pièce", text = "Son texte", color = "danger", fields = new[] { new { title = "Partages", value = 12000, @short = true } } } } }, Ct);
        var form = await program.Http.PostAsync(address, new FormUrlEncodedContent([new("payload", "{\"text\":\"Par formulaire\"}")]), Ct);

        Assert.Equal((HttpStatusCode.OK, "ok"), (json.StatusCode, await json.Content.ReadAsStringAsync(Ct)));
        Assert.Equal((HttpStatusCode.OK, "ok"), (form.StatusCode, await form.Content.ReadAsStringAsync(Ct)));
        var messages = site.ReadChat(db => db.Messages.Where(m => m.Origin == MessageOrigin.Hook).OrderBy(m => m.Place).ToList());
        Assert.Equal(["Un [lien](https://site.example)", "Par formulaire"], messages.Select(m => m.Text));
        Assert.Equal((Room, "Veille (robot)", null, (Guid?)null), (messages[0].RoomId, messages[0].Source, messages[0].ScopeId?.ToString(), messages[0].AuthorId));
        var card = Assert.Single(MessageCard.Read(messages[0].Card)!.Attachments);
        Assert.Equal(("Une pièce", "Son texte", "Partages", "12000"), (card.Title, card.Text, card.Fields[0].Title, card.Fields[0].Value));
        Assert.Null(messages[1].Card);
    }

    [Fact]
    public async Task An_unknown_or_stopped_token_is_401_and_what_is_no_message_is_refused_with_a_sentence()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await Make(site);
        var program = site.Visit();

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Http.PostAsJsonAsync(address[..^1] + "?", new { text = "x" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Http.PostAsJsonAsync("/api/chat/hooks/" + new string('a', 500), new { text = "x" }, Ct)).StatusCode);
        foreach (var (status, body, type) in new[]
        {
            (400, "{}", "application/json"), (400, "{\"text\":", "application/json"), (400, "x=1", "application/x-www-form-urlencoded"), (415, "<x/>", "application/xml"),
            (413, new string(' ', 300 * 1024), "application/json"), (400, "", "application/json"),
        })
        {
            var answer = await program.Http.PostAsync(address, new StringContent(body, Encoding.UTF8, type), Ct);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains("\"message\":", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Hooks(Lang.French, Room));
        await hugo.Press("Arrêter Veille");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Http.PostAsJsonAsync(address, new { text = "x" }, Ct)).StatusCode);
        Assert.Empty(site.ReadChat(db => db.Messages.Where(m => m.Origin == MessageOrigin.Hook).ToList()));
    }

    [Fact]
    public async Task The_secret_is_shown_once_kept_as_a_hash_and_stopped_only_by_who_made_it_or_their_referent()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var secret = (await Make(site)).Split('/')[^1];

        Assert.DoesNotContain(secret, site.ReadChat(db => db.IncomingHooks.Single()).SecretHash, StringComparison.Ordinal);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Hooks(Lang.English, Room));
        Assert.Contains("Veille", samira.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await samira.Response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await samira.Post(Addresses.Hooks(Lang.French, Room), ("Act", "stop"), ("Id", site.ReadChat(db => db.IncomingHooks.Single()).Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        var paul = await site.SignIn(ChatWorld.Paul);
        await paul.Open(Addresses.Hooks(Lang.English, Room));
        await paul.Press("Stop Veille");
        Assert.NotNull(site.ReadChat(db => db.IncomingHooks.Single()).StoppedAt);
    }

    [Fact]
    public async Task Nobody_tries_secrets_for_long()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var program = site.Visit();
        var last = HttpStatusCode.OK;
        for (var turn = 0; turn <= HookIntake.HookLimit.PerMinute; turn++)
        {
            last = (await program.Http.PostAsync("/api/chat/hooks/" + turn, null, Ct)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<string> Make(SiteUnderTest site)
    {
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Hooks(Lang.French, Room));
        await hugo.Press("Créer une adresse", ("NameIn", "Veille"));
        var shown = hugo.Page.QuerySelector("[data-secret]")!.TextContent;
        Assert.StartsWith("https://localhost/api/chat/hooks/", shown, StringComparison.Ordinal);
        return new Uri(shown).AbsolutePath;
    }
}
