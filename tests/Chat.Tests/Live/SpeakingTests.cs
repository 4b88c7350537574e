using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Live;

/// <summary>Who may say what, where, and who then reads it.</summary>
public sealed class SpeakingTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_quotation_is_for_those_who_may_read_all_that_it_quotes(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var forMinistry = await Kept(site, ChatWorld.Nadia, Said("Pour nous") with { Tlp = Tlp.AmberStrict, Organisations = [ChatWorld.Ministry.Id] });
        var forTwo = await Kept(site, ChatWorld.Nadia, Said("Entre nous", ChatWorld.PrivateRoom));

        var both = await Kept(site, ChatWorld.Nadia, Said("Je cite") with { Quotes = [forMinistry.Id, forTwo.Id] });
        var one = await Kept(site, ChatWorld.Nadia, Said("Je cite l’autre") with { Quotes = [forTwo.Id] });
        var answer = await Kept(site, ChatWorld.Camille, Said("Je réponds") with { ThreadId = forMinistry.Id });
        var chain = await Kept(site, ChatWorld.Nadia, Said("Je cite qui cite") with { Quotes = [one.Id] });

        Assert.Equal([ChatWorld.Camille, ChatWorld.Nadia], await ReadersOf(site, both));
        Assert.Equal([ChatWorld.Camille, ChatWorld.Nadia], await ReadersOf(site, answer));
        Assert.Equal([ChatWorld.Camille, ChatWorld.Hugo, ChatWorld.Nadia, ChatWorld.Paul], await ReadersOf(site, one));
        Assert.Equal(await ReadersOf(site, one), await ReadersOf(site, chain));
        Assert.Equal(Tlp.AmberStrict, (await MarkingOf(site, both)).Tlp);
        Assert.Equal(Tlp.Amber, (await MarkingOf(site, chain)).Tlp);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_quotes_the_room_itself_is_for_the_whole_room(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var first = await Kept(site, ChatWorld.Nadia, Said("Pour tous"));

        var quoting = await Kept(site, ChatWorld.Samira, Said("Je cite") with { Quotes = [first.Id] });
        var answering = await Kept(site, ChatWorld.Samira, Said("Je réponds") with { ThreadId = first.Id });
        var inPrivate = await Kept(site, ChatWorld.Hugo, Said("Je cite ailleurs", ChatWorld.PrivateRoom) with { Quotes = [first.Id] });

        Assert.Null(quoting.ScopeId);
        Assert.Null(answering.ScopeId);
        Assert.DoesNotContain(ChatWorld.Samira, await ReadersOf(site, inPrivate));
    }

    [Fact]
    public async Task What_one_may_not_read_is_neither_quoted_nor_answered_and_its_existence_is_not_told()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var secret = await Kept(site, ChatWorld.Nadia, Said("Pour nous") with { Tlp = Tlp.AmberStrict, Organisations = [ChatWorld.Ministry.Id] });
        foreach (var hidden in new[] { secret.Id, Guid.NewGuid() })
        {
            var quoted = await Say(site, ChatWorld.Samira, Said("Je cite") with { Quotes = [hidden] });
            var answered = await Say(site, ChatWorld.Samira, Said("Je réponds") with { ThreadId = hidden });

            Assert.Equal(["Un message cité n’est plus là\u00A0: retirez la citation."], quoted.Faults.Select(f => f.French));
            Assert.Equal(["Le fil auquel vous répondez n’est plus là."], answered.Faults.Select(f => f.French));
        }

        Assert.True((await Say(site, ChatWorld.Samira, Said("Bonjour", ChatWorld.PrivateRoom))).IsAbsent);
        Assert.True((await Say(site, ChatWorld.Samira, Said("Bonjour", Guid.NewGuid()))).IsAbsent);
    }

    [Fact]
    public async Task Nobody_is_called_to_a_message_that_they_may_not_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (samira, hugo, rose) = (site.IdOf(ChatWorld.Samira), site.IdOf(ChatWorld.Hugo), site.IdOf(ChatWorld.Rose));

        Assert.NotNull((await Say(site, ChatWorld.Nadia, Said("@Hugo") with { Mentions = [hugo, samira] })).Message);
        Assert.NotNull((await Say(site, ChatWorld.Nadia, Said("@Hugo", ChatWorld.PrivateRoom) with { Mentions = [hugo] })).Message);
        Spoken[] refused =
        [
            await Say(site, ChatWorld.Nadia, Said("@Samira", ChatWorld.PrivateRoom) with { Mentions = [samira] }),
            await Say(site, ChatWorld.Nadia, Said("@Rose") with { Mentions = [rose] }),
            await Say(site, ChatWorld.Nadia, Said("@personne") with { Mentions = [Guid.NewGuid()] }),
            await Say(site, ChatWorld.Nadia, Said("@Hugo") with { Mentions = [hugo], Tlp = Tlp.AmberStrict, Organisations = [ChatWorld.Ministry.Id] }),
        ];
        Assert.All(refused, r => Assert.Single(r.Faults));
        Assert.Single(refused.Select(r => r.Faults[0]).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("facture\u202Efdp.exe")]
    [InlineData("a\u2066b")]
    [InlineData("a\0b")]
    public async Task A_text_that_cannot_be_read_as_it_is_written_is_refused(string text)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var spoken = await Say(site, ChatWorld.Nadia, Said(text));

        Assert.Null(spoken.Message);
        Assert.NotEmpty(spoken.Faults);
    }

    [Fact]
    public async Task Half_of_a_pair_of_characters_is_refused_and_the_whole_pair_is_not()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.NotEmpty((await Say(site, ChatWorld.Nadia, Said("\uD83D seul"))).Faults);
        Assert.NotNull((await Say(site, ChatWorld.Nadia, Said("\uD83D\uDD14"))).Message);
    }

    [Fact]
    public async Task A_text_has_a_greatest_length_and_a_closed_room_is_no_longer_written_in()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.NotNull((await Say(site, ChatWorld.Nadia, Said(new('é', Message.TextMaxLength)))).Message);
        Assert.NotEmpty((await Say(site, ChatWorld.Nadia, Said(new('é', Message.TextMaxLength + 1)))).Faults);
        await site.Write<ChatDb>(db => db.Rooms.Single(r => r.Id == Room).ClosedAt = SiteUnderTest.Start);
        Assert.NotEmpty((await Say(site, ChatWorld.Nadia, Said("Trop tard"))).Faults);
    }

    [Fact]
    public async Task A_level_says_who_it_is_for()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.NotEmpty((await Say(site, ChatWorld.Nadia, Said("Pour qui ?") with { Tlp = Tlp.Amber })).Faults);
        Assert.NotEmpty((await Say(site, ChatWorld.Nadia, Said("Pour qui ?") with { Tlp = Tlp.Red, Organisations = [ChatWorld.Ministry.Id] })).Faults);
        var red = await Kept(site, ChatWorld.Nadia, Said("Pour Camille") with { Tlp = Tlp.Red, People = [site.IdOf(ChatWorld.Camille)] });
        Assert.Equal([ChatWorld.Camille], await ReadersOf(site, red));
        // In a room for two organisations, naming a third does not let it in.
        var third = await Kept(site, ChatWorld.Nadia, Said("Pour le laboratoire", ChatWorld.PrivateRoom) with { Tlp = Tlp.Amber, Organisations = [ChatWorld.Laboratory.Id] });
        Assert.Empty(await ReadersOf(site, third));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Those_who_mark_alike_at_the_same_moment_are_both_kept(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var named = new[] { ChatWorld.Camille, ChatWorld.Nadia, ChatWorld.Paul }.Select(site.IdOf).ToList();
        var rooms = new[] { Room, ChatWorld.Channel(ChannelPhase.Qualification), ChatWorld.Channel(ChannelPhase.Reaction), ChatWorld.Channel(ChannelPhase.Detection, Lang.English) };

        var kept = await Task.WhenAll(rooms.Select(room => Task.Run(() => Kept(site, ChatWorld.Nadia, Said("Pour trois", room) with { Tlp = Tlp.Red, People = named }), TestContext.Current.CancellationToken)));

        Assert.Single(kept.Select(m => m.ScopeId).Distinct());
        Assert.Equal(rooms.Length, site.ReadChat(db => db.Messages.Count(m => m.Text == "Pour trois")));
    }

    static Said Said(string text, Guid? room = null) => new() { Id = Guid.NewGuid(), RoomId = room ?? Room, Text = text };

    static async Task<Message> Kept(SiteUnderTest site, string name, Said said) =>
        await Say(site, name, said) is { Message: { } message } ? message : throw new InvalidOperationException("It was not kept.");

    static async Task<Spoken> Say(SiteUnderTest site, string name, Said said)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.ecrire";
        var seat = await scope.ServiceProvider.GetRequiredService<Seats>().Of(site.IdOf(name), TestContext.Current.CancellationToken);
        return await scope.ServiceProvider.GetRequiredService<Speaking>().Say(seat!, said, TestContext.Current.CancellationToken);
    }

    static async Task<Marked> MarkingOf(SiteUnderTest site, Message message)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<Scopes>().Marking(message.ScopeId!.Value, TestContext.Current.CancellationToken);
    }

    /// <summary>Names of those who are told of it, which are those who read it, its writer aside.</summary>
    static async Task<IReadOnlyList<string>> ReadersOf(SiteUnderTest site, Message message)
    {
        await using var scope = site.Scope();
        var (scopes, db) = (scope.ServiceProvider.GetRequiredService<Scopes>(), scope.ServiceProvider.GetRequiredService<ChatDb>());
        var told = await scopes.ReadersOf(message.RoomId, message.ScopeId, SiteUnderTest.Start, TestContext.Current.CancellationToken);
        var (room, own) = (await scopes.Marking(db.Rooms.Single(r => r.Id == message.RoomId).ScopeId, TestContext.Current.CancellationToken), message.ScopeId is { } scopeId ? await scopes.Marking(scopeId, TestContext.Current.CancellationToken) : null);
        foreach (var member in await db.Members.AsNoTracking().Where(m => m.LeftAt == null).ToListAsync(TestContext.Current.CancellationToken))
        {
            var reader = Reader.Member(member.AccountId, member.OrganisationId);
            var holds = room.Audience!.Holds(reader, room.Tlp) && (own is null || own.Audience!.Holds(reader, own.Tlp));
            Assert.Equal(holds, told.Contains(member.AccountId));
            Assert.Equal(holds || member.AccountId == message.AuthorId, await scopes.MessagesOf(reader).AnyAsync(m => m.Id == message.Id, TestContext.Current.CancellationToken));
        }

        return [.. db.Members.Where(m => told.Contains(m.AccountId)).Select(m => m.Name).Distinct().AsEnumerable().Order(StringComparer.Ordinal)];
    }
}
