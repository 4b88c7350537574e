using System.Net;
using System.Text.RegularExpressions;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Tests.Live;
using Beffroi.Chat.Tests.People;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Rights;

/// <summary>Nobody reads what they may not: not by a page, a file, a search, a list, a count, nor the live line.</summary>
public sealed partial class LeakTests
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";
    static readonly int Pairs = Long ? 10_000 : 400;

    [Theory, ClassData(typeof(Engines))]
    public async Task Random_people_before_random_things_find_all_that_they_may_read_and_nothing_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var world = Long ? await GeneratedWorld.Make(site, rooms: 30, messages: 400, cases: 60) : await GeneratedWorld.Make(site, rooms: 6, messages: 40, cases: 8);
        await world.Enrich();
        await Tell(site, world);
        var visitors = new List<(string? Name, Reader Reader, Testing.Visitor Visitor)>();
        foreach (var (name, reader) in world.People)
        {
            visitors.Add((name, reader, name is null ? site.Visit() : await site.SignIn(name)));
        }

        var ways = Ways(world);
        var (readable, hidden, leaks, missing) = (0, 0, new List<string>(), new List<string>());
        for (var i = 0; i < Pairs; i++)
        {
            var (who, item) = (world.Draw(visitors), world.Draw(world.Items));
            var (address, answers) = world.Draw(ways[item.Kind])(item);
            await who.Visitor.Open(address);
            var body = await who.Visitor.Response.Content.ReadAsStringAsync(Steps.Ct);
            var lets = item.Lets(who.Reader);
            _ = lets ? readable++ : hidden++;
            leaks.AddRange(Leaks(world, who.Reader, body, address).Select(leak => $"{who.Name ?? "a stranger"} at {address}: {leak}"));
            if (answers && !lets && who.Reader.IsKnown && who.Visitor.Status == HttpStatusCode.OK)
            {
                leaks.Add($"{who.Name} at {address}: it opens");
            }

            if (answers && lets && !(who.Visitor.Status == HttpStatusCode.OK && body.Contains(item.Word, StringComparison.Ordinal)))
            {
                missing.Add($"{who.Name} at {address}: {(int)who.Visitor.Status}, without {item.Kind} {item.Word}");
            }
        }

        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks: {string.Join('\n', leaks.Distinct(StringComparer.Ordinal).Take(20))}");
        Assert.True(missing.Count == 0, $"{missing.Count} missing: {string.Join('\n', missing.Take(20))}");
        Assert.True(readable > Pairs / 10 && hidden > Pairs / 10, $"{readable} readable, {hidden} hidden");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task No_file_nor_program_gets_more_than_whom_it_is_for_may_read(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var world = await GeneratedWorld.Make(site, rooms: 4, messages: 30, cases: 6);
        await world.Enrich();
        var leaks = new List<string>();
        var told = site.ReadChat(db => db.HookDeliveries.Select(d => d.Body).ToList());
        Assert.True(told.Count > 3, $"{told.Count} deliveries");
        leaks.AddRange(told.SelectMany(body => Leaks(world, Reader.OfOrganisation(GeneratedWorld.Hooked), body, "")).Select(l => $"a program hears {l}"));
        var files = 0;
        foreach (var (name, seat) in world.Members)
        {
            var visitor = await site.SignIn(name);
            foreach (var about in world.Items.FindAll(i => i.Kind == ItemKind.Case && i.Lets(seat.Reader)).OrderBy(_ => world.Draw(1000)).Take(Long ? 20 : 3))
            {
                foreach (var format in new[] { "Json", "Stix", "Markdown" })
                {
                    await visitor.Open(Addresses.Export(Lang.French, about.Id));
                    await visitor.Post(Addresses.Export(Lang.French, about.Id), ("Format", format), ("For", "Oneself"));
                    await Read($"{name} takes {format} of {about.Word}", visitor, seat.Reader);
                }

                await visitor.Open($"{CasePart.Evidence.Address(Lang.French, about.Id)}/dossier-scelle");
                await visitor.Press("Faire le fichier", ("To", "me"), ("For", "x"));
                await Read($"{name} seals {about.Word}", visitor, seat.Reader);
            }

            if ((await visitor.Open(Addresses.Archive(Lang.French))).Status == HttpStatusCode.OK)
            {
                await visitor.Press("Télécharger tout");
                await Read($"{name} takes all away", visitor, seat.Reader);
            }
        }

        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks: {string.Join('\n', leaks.Distinct(StringComparer.Ordinal).Take(20))}");
        Assert.True(files > 30, $"{files} files");

        async Task Read(string what, Testing.Visitor visitor, Reader reader)
        {
            Assert.True(visitor.Status == HttpStatusCode.OK, $"{what}: {(int)visitor.Status} {string.Join(" / ", visitor.Mistakes)}");
            files++;
            var bytes = await visitor.Response.Content.ReadAsByteArrayAsync(Steps.Ct);
            leaks.AddRange(Leaks(world, reader, Opened(bytes), "").Select(l => $"{what}: {l}"));
        }
    }

    /// <summary>The words of a file, or of those that a ZIP holds.</summary>
    static string Opened(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return System.Text.Encoding.UTF8.GetString(bytes);
        }

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return e.FullName + "\n" + reader.ReadToEnd();
        }));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_one_may_not_read_changes_no_count_no_total_and_no_order(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var world = await GeneratedWorld.Make(site, rooms: 3, messages: 24, cases: 4);
        await world.Case(forGuest: false, new() { Tlp = Tlp.Green, Audience = Audience.Community });
        var samira = await site.SignIn(ChatWorld.Samira);
        var reader = site.ReaderOf(ChatWorld.Samira);
        var open = world.Items.First(i => i.Kind == ItemKind.Case && i.Lets(reader));
        string[] pages =
        [
            "/discussion", "/discussion/dossiers", "/discussion/questions-ouvertes", "/discussion/a-signaler", "/discussion/lectures", $"/discussion/recherche?q={GeneratedWorld.Common}", "/discussion/recherche?q=zq", Addresses.Room(Lang.French, ChatWorld.Channel(ChannelPhase.Detection)),
            Addresses.Case(Lang.French, open.Id), CasePart.Arguments.Address(Lang.French, open.Id), CasePart.Timeline.Address(Lang.French, open.Id), CasePart.Observables.Address(Lang.French, open.Id),
        ];
        // Seen once: what is read marks itself as read.
        await Texts(samira, pages);
        var before = await Texts(samira, pages);

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        var ministry = new Marked { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id) };
        var camille = world.Members[0].Seat;
        for (var i = 0; i < 12; i++)
        {
            await world.Message((ChatWorld.Channel(ChannelPhase.Detection), new() { Tlp = Tlp.Green, Audience = Audience.Community }), ministry, camille);
        }

        await world.Hidden(3);
        await Tell(site, world);
        foreach (var hidden in world.Items.Where(i => i.Kind == ItemKind.Message && !i.Lets(reader)))
        {
            await site.Tell(new(site.IdOf(ChatWorld.Samira), null, NoticeReason.Mention, hidden.Id, null), hidden.In);
        }

        await Clear(site, ChatWorld.Samira);
        foreach (var (page, (was, now)) in before.Keys.Zip(before.Values.Zip((await Texts(samira, pages)).Values)))
        {
            Assert.True(string.Equals(was, now, StringComparison.Ordinal), $"{page}\nbefore: {was}\nafter:  {now}");
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_live_line_tells_each_what_they_may_read_and_nothing_of_the_rest(DbEngine engine)
    {
        // Three hundred posts are more than people write in that time.
        await using var site = await LiveSite.Start(engine, ("Chat:Live:PostBurst", "1000"), ("Chat:Live:CallBurst", "10000"));
        var world = await GeneratedWorld.Make(site.Data, rooms: 0, messages: 0, cases: 1);
        var room = ChatWorld.Channel(ChannelPhase.Detection);
        var ears = new List<(string Name, Reader Reader, Listener Ear)>();
        foreach (var (name, seat) in world.Members)
        {
            ears.Add((name, seat.Reader, await (await site.Enter(name)).Listen(room)));
        }

        var organisations = world.Members.Select(m => m.Seat.OrganisationId!.Value).Distinct().ToList();
        var sent = new List<(Guid Id, string Word, long Place, Func<Reader, bool> Lets)>();
        var count = Long ? 300 : 40;
        for (var i = 0; i < count; i++)
        {
            var (ear, word) = (ears[world.Draw(ears.Count)], $"zq9{i:0000}qz");
            var mine = ear.Reader;
            var others = organisations.Where(_ => world.Draw(3) == 0).ToList();
            var people = world.Members.Select(m => m.Seat.AccountId).Where(_ => world.Draw(3) == 0).Append(mine.Person!.Value).ToList();
            var kind = i == count - 1 ? 0 : world.Draw(4);
            var form = kind switch
            {
                1 => new ComposerForm { Who = Narrower.OwnOrganisation },
                2 => new ComposerForm { Who = Narrower.Amber, Organisations = [.. others.Append(mine.Organisation!.Value).Select(o => o.ToString())] },
                3 => new ComposerForm { Who = Narrower.Red, People = [.. people.Select(p => p.ToString())] },
                _ => new ComposerForm(),
            };
            var said = await ear.Ear.Post($"Une rumeur {word}", form: form);
            Assert.True(said.Id is not null, string.Join(" / ", said.Faults));
            sent.Add((said.Id!.Value, word, said.Place!.Value, r => r.Person == mine.Person || kind switch
            {
                0 => true,
                1 => r.Organisation == mine.Organisation,
                2 => r.Organisation == mine.Organisation || others.Contains(r.Organisation!.Value),
                _ => people.Contains(r.Person!.Value),
            }));
        }

        foreach (var (name, reader, ear) in ears)
        {
            var mine = sent.Where(s => s.Lets(reader)).Select(s => s.Id).ToList();
            await ear.Until(shown => mine.TrueForAll(shown.Contains));
            var heard = string.Join('\n', ear.Heard.Select(n => System.Text.Json.JsonSerializer.Serialize(n, n.GetType())));
            foreach (var hidden in sent.Where(s => !s.Lets(reader)))
            {
                Assert.True(!heard.Contains(hidden.Word, StringComparison.Ordinal) && !heard.Contains(hidden.Id.ToString(), StringComparison.OrdinalIgnoreCase) && !heard.Contains($"\"Place\":{hidden.Place}", StringComparison.Ordinal), $"{name} heard of {hidden.Word}");
            }

            Assert.DoesNotContain(await ear.CatchUp(0), m => sent.Exists(s => s.Id == m.Id && !s.Lets(reader)) || sent.Exists(s => m.Html.Contains(s.Word, StringComparison.Ordinal) && !s.Lets(reader)));
            await ear.DisposeAsync();
        }
    }
}
