using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beffroi.Chat.Delivering;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>Outside programs are told what their organisation may read, signed, until they have it (C13).</summary>
public sealed class OutgoingHookTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_goes_out_signed_and_a_delivery_is_taken_once(DbEngine engine)
    {
        await using var outside = await OutsideServer.Start();
        outside.Pages["/hook"] = _ => Task.CompletedTask;
        await using var site = await World(outside, engine);
        var key = Convert.FromHexString(await Make(site, outside.Address + "/hook"));
        var said = await Say(site, ChatWorld.Hugo, "Bonjour « monde »");

        Assert.Equal(1, await Round(site));

        var asked = Assert.Single(outside.Asked);
        var signature = asked.Headers["Beffroi-Signature"];
        // Signed again by the rule that is published, without our own code.
        var seconds = site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(seconds + ".").Concat(asked.Body).ToArray()))}", signature);
        using var body = JsonDocument.Parse(asked.Body);
        var message = body.RootElement.GetProperty("message");
        Assert.Equal((said.ToString(), "Bonjour « monde »", "Hugo Lemaire", "Observatoire Libre", "green"),
            (message.GetProperty("id").GetString(), message.GetProperty("text").GetString(), message.GetProperty("author").GetString(), message.GetProperty("organisation").GetString(), message.GetProperty("tlp").GetString()));
        Assert.Equal(asked.Headers["Beffroi-Delivery"], body.RootElement.GetProperty("id").GetString());
        Assert.Equal(SignatureVerdict.Valid, HookSignature.Check(signature, key, asked.Body, site.Clock.GetUtcNow()));
        Assert.Equal(0, await Round(site));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_program_hears_nothing_that_its_organisation_may_not_read_nor_what_programs_say(DbEngine engine)
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside, engine);
        await Make(site, outside.Address + "/hook");

        await Say(site, ChatWorld.Nadia, "Pour le ministère", new() { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id) });
        await Say(site, ChatWorld.Paul, "Pour Paul seul", new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(site.IdOf(ChatWorld.Paul)) });
        await Say(site, ChatWorld.Paul, "Pour l’observatoire", new() { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Observatory.Id) });
        await Post(site, new() { Id = Guid.NewGuid(), RoomId = Room, Origin = MessageOrigin.Hook, Source = "robot", Text = "Un autre programme" });
        await Post(site, new() { Id = Guid.NewGuid(), RoomId = ChatWorld.PrivateRoom, Origin = MessageOrigin.Person, Text = "Ailleurs" });

        var body = Assert.Single(site.ReadChat(db => db.HookDeliveries.ToList())).Body;
        Assert.Contains("Pour l’observatoire", body, StringComparison.Ordinal);
        Assert.Contains("\"tlp\":\"amber\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_masked_analyst_leaves_for_their_own_organisation_only()
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside);
        await Make(site, outside.Address + "/hook");

        await Post(site, new() { Id = Guid.NewGuid(), RoomId = Room, Origin = MessageOrigin.Person, AuthorId = site.IdOf(ChatWorld.Nadia), OrganisationId = ChatWorld.Ministry.Id, Masked = true, Text = "Masquée" });

        var body = Assert.Single(site.ReadChat(db => db.HookDeliveries.ToList())).Body;
        Assert.DoesNotContain(ChatWorld.Nadia, body, StringComparison.Ordinal);
        Assert.Contains(ChatWorld.Ministry.Name, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_tried_again_less_and_less_under_the_same_name_until_it_is_given_up()
    {
        await using var outside = await OutsideServer.Start();
        outside.Pages["/hook"] = http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await using var site = await World(outside);
        await Make(site, outside.Address + "/hook");
        await Say(site, ChatWorld.Hugo, "Bonjour");
        foreach (var minutes in new[] { 1, 2, 4 })
        {
            Assert.Equal(1, await Round(site));
            Assert.Equal(TimeSpan.FromMinutes(minutes), site.ReadChat(db => db.HookDeliveries.Single()).NextAt - site.Clock.GetUtcNow());
            site.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await Round(site));
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Single(outside.Asked.Select(a => a.Headers["Beffroi-Delivery"]).Distinct(StringComparer.Ordinal));
        Assert.Equal(3, outside.Asked.Select(a => a.Headers["Beffroi-Signature"]).Distinct(StringComparer.Ordinal).Count());
        for (var turn = 0; turn < HookRound.MostTries; turn++)
        {
            await Round(site);
            site.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(HookRound.MostTries, outside.Asked.Count);
        var paul = await site.SignIn(ChatWorld.Paul);
        await paul.Open(Addresses.Hooks(Lang.French, Room));
        Assert.Contains("HTTP 503", paul.Text, StringComparison.Ordinal);
        Assert.Contains("1 envoi abandonné", paul.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_program_hears_things_in_their_order_as_they_then_stand(DbEngine engine)
    {
        await using var outside = await OutsideServer.Start();
        var away = true;
        outside.Pages["/hook"] = http =>
        {
            http.Response.StatusCode = away ? 503 : 200;
            return Task.CompletedTask;
        };
        await using var site = await World(outside, engine);
        await Make(site, outside.Address + "/hook");
        var first = await Say(site, ChatWorld.Hugo, "Premier");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await Say(site, ChatWorld.Hugo, "Second");

        Assert.Equal(1, await Round(site));
        away = false;
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await Say(site, ChatWorld.Hugo, "Troisième");
        // The first waits for its minute; the others behind it.
        Assert.Equal(0, await Round(site));
        await site.Write<ChatDb>(db => db.Messages.Single(m => m.Id == first).Text = "Premier, corrigé");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await Round(site));

        Assert.Equal(["Premier", "Premier, corrigé", "Second", "Troisième"], outside.Asked.Select(a => TextOf(a.Body)));
    }

    static string TextOf(byte[] body)
    {
        using var sent = JsonDocument.Parse(body);
        return sent.RootElement.GetProperty("message").GetProperty("text").GetString()!;
    }

    [Fact]
    public async Task What_was_taken_away_before_it_went_out_does_not_go()
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside);
        await Make(site, outside.Address + "/hook");
        var said = await Say(site, ChatWorld.Hugo, "À retirer");
        await site.Write<ChatDb>(db => db.Messages.Single(m => m.Id == said).RemovedAt = SiteUnderTest.Start);
        await Round(site);

        Assert.Empty(outside.Asked);
        Assert.NotNull(site.ReadChat(db => db.HookDeliveries.Single()).DoneAt);

        await Say(site, ChatWorld.Hugo, "Après la fermeture");
        await site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == ChatWorld.Observatory.Id).ClosedAt = SiteUnderTest.Start);
        await Round(site);
        Assert.Empty(outside.Asked);
    }

    [Fact]
    public async Task Only_a_referent_lets_messages_out_other_organisations_do_not_see_it_and_stopping_stops()
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside);
        await Make(site, outside.Address + "/hook");
        var (hugo, camille, paul) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Paul));
        var address = Addresses.Hooks(Lang.French, Room);
        await hugo.Open(address);
        await hugo.Post(address, ("Act", "out"), ("NameOut", "Le mien"), ("Address", outside.Address));
        Assert.Equal(HttpStatusCode.Forbidden, hugo.Status);
        Assert.DoesNotContain(outside.Address, (await camille.Open(address)).Text, StringComparison.Ordinal);
        await camille.Post(address, ("Act", "stop"), ("Id", site.ReadChat(db => db.OutgoingHooks.Single()).Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, camille.Status);

        await Say(site, ChatWorld.Hugo, "Avant");
        await paul.Open(address);
        await paul.Press("Arrêter Tableau");
        await Say(site, ChatWorld.Hugo, "Après");
        await Round(site);

        Assert.Empty(outside.Asked);
        Assert.Single(site.ReadChat(db => db.HookDeliveries.ToList()));
        await paul.Press("Prévenir ce programme", ("NameOut", "Interne"), ("Address", "http://10.0.0.1/x"));
        Assert.Contains(paul.Mistakes, m => m.Contains("réseau privé", StringComparison.Ordinal));
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<SiteUnderTest> World(OutsideServer outside, DbEngine engine = DbEngine.Sqlite)
    {
        var site = await SiteUnderTest.WithWorld(engine);
        site.Network = outside.Network;
        return site;
    }

    /// <summary>Gives the key.</summary>
    static async Task<string> Make(SiteUnderTest site, string address)
    {
        var paul = await site.SignIn(ChatWorld.Paul);
        await paul.Open(Addresses.Hooks(Lang.French, Room));
        await paul.Press("Prévenir ce programme", ("NameOut", "Tableau"), ("Address", address));
        return paul.Page.QuerySelector("[data-secret]")?.TextContent ?? throw new InvalidOperationException(string.Join(" / ", paul.Mistakes));
    }

    static async Task<Guid> Say(SiteUnderTest site, string name, string text, Marked? marking = null)
    {
        var id = Guid.NewGuid();
        await Post(site, new() { Id = id, RoomId = Room, Origin = MessageOrigin.Person, AuthorId = site.IdOf(name), OrganisationId = ChatWorld.OrganisationOf(name)!.Id, Text = text, Marking = marking });
        return id;
    }

    static async Task Post(SiteUnderTest site, NewMessage said)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.dire";
        await scope.ServiceProvider.GetRequiredService<Posting>().Post(said, Ct);
    }

    static async Task<int> Round(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<HookRound>().Run(Ct);
    }
}
