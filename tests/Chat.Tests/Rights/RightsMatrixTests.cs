using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Chat.Tests.People;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tests.Rights;

/// <summary>Who opens which page and does which act: every route of the chat, read from the running site, before every kind of person. A route without a row fails.</summary>
public sealed class RightsMatrixTests
{
    // o: opens; s: the page to sign in; j: the page to join; x: 403; n: 404; ?: as the act itself decides, for who may read what it is about.
    // In the order of the people: a stranger; an account that waits; one of no organisation; one of a closed organisation; ministry: referent (and superadmin), member;
    // observatory: referent, member; laboratory: member; a guest of the case.
    const string Everybody = "oooooooooo", Open = "??????????", Referents = "sjjjoxoxxx", Nobody = "nnnnnnnnnn", Superadmin = "sxxxoxxxxx", Members = "sjjjooooox", Seated = "sjjjoooooo";

    // The room and the case are of the ministry and the observatory; the guest is of the case.
    const string InRoom = "sjjjoooonn", InRoomMembers = "sjjj????nx", RoomThing = "sjjj????nn", RoomThingMembers = "sjjj????nx", InCase = "sjjjoooono", InCaseMembers = "sjjjoooonx", CaseThing = "sjjj????n?", CaseThingMembers = "sjjj????nx";

    static readonly (string Route, string Rights)[] Table =
    [
        ("^/api/chat/", Open),
        ("(rejoindre|join)$", Everybody),
        ("/invitation/", Nobody),
        ("/(organisations|canaux|channels)(/|$)", Superadmin),
        ("/(mon-organisation|my-organisation|invites|guests|mes-reglages|my-settings)$", Members),
        ("^/(discussion|en/chat)/(criteres|criteria)$", Members),
        ("/(rooms/new|salons/nouveau|cases/new|dossiers/nouveau|importer|import)$", Members),
        ("/(emporter|take-away)$", Referents),
        ("^/(discussion|en/chat)(/(dossiers|cases|recherche|search|a-signaler|notices|lectures|readings|questions-ouvertes|open-questions))?$", Seated),
        ("(reglages|settings|flux|feeds|webhooks)$", InRoomMembers),
        ("message/{[a-z]+:guid}$", InRoom),
        ("/(salons|rooms)/{[a-z]+:guid}(/(fil|thread)/{[a-z]+:guid})?$", InRoom),
        ("message/{[a-z]+:guid}/", RoomThing),
        ("/fichier/{id:guid}$", InRoom),
        ("/fichier/{id:guid}/apercu$", RoomThing),
        ("(alerte|alert|plateformes|platforms|exporter|export|inviter|invite|marquage|marking)$", InCaseMembers),
        ("(plateformes|platforms)/", CaseThingMembers),
        ("/(dossiers|cases)/{id:guid}.*/({line:guid}|{run:guid}|{step}|{other:guid})", CaseThing),
        ("/(dossiers|cases)/{id:guid}", InCase),
    ];

    static readonly string?[] People = [null, Crew.Pending, ChatWorld.Marc, Crew.Charge, ChatWorld.Camille, ChatWorld.Nadia, ChatWorld.Paul, ChatWorld.Hugo, ChatWorld.Samira, ChatWorld.Rose];

    [Fact]
    public async Task Every_page_opens_to_those_of_the_table_in_both_languages()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var world = await Furnished.Make(site);
        var visitors = await Visitors(site);
        var routes = Routes(site).Where(r => !Writes(r)).Select(r => r.RoutePattern.RawText!).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(routes.Count > 80, $"{routes.Count} routes");
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var rights = Table.FirstOrDefault(t => Is(route, t.Route)).Rights;
            if (rights is null)
            {
                wrong.Add($"{route}: no row says whom it is for");
                continue;
            }

            var address = world.Fill(route);
            foreach (var ((person, visitor), right) in People.Zip(visitors).Zip(rights))
            {
                await visitor.Open(address);
                var found = Found(visitor, address);
                if (right != '?' && found != right)
                {
                    wrong.Add($"{person ?? "a stranger"} at {address}: {found} ({(int)visitor.Status} {visitor.Address}), not {right}");
                }
                else if (visitor.Status == HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{person ?? "a stranger"} at {address}: 500");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(40))}");
    }

    [Fact]
    public async Task No_act_is_done_by_who_has_no_seat_or_may_not_read_what_it_is_about()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var world = await Furnished.Make(site);
        var visitors = await Visitors(site);
        var wrong = new List<string>();
        foreach (var route in Routes(site).Where(r => Writes(r) && r.Metadata.GetMetadata<IAllowAnonymous>() is null && !r.RoutePattern.RawText!.StartsWith(Addresses.Live, StringComparison.Ordinal)))
        {
            var pattern = route.RoutePattern.RawText!;
            var (address, seat) = (world.Fill(pattern), route.Metadata.GetMetadata<NeedsSeat>());
            var about = Is(pattern, "/(salons|rooms)/{") ? "room" : Is(pattern, "/(dossiers|cases)/{") ? "case" : "";
            string?[] refused =
            [
                null, Crew.Pending, ChatWorld.Marc, Crew.Charge,
                .. about.Length > 0 ? [ChatWorld.Samira] : Array.Empty<string>(),
                .. about == "room" || seat is { Guests: false } || seat is null ? [ChatWorld.Rose] : Array.Empty<string>(),
            ];
            foreach (var person in refused)
            {
                var visitor = visitors[Array.IndexOf(People, person)];
                await visitor.Open(person is ChatWorld.Samira or ChatWorld.Rose ? Addresses.Notices(Lang.French) : Addresses.Join(Lang.French));
                var before = site.ReadChat(db => db.Audit.Count());
                await visitor.Post(address, Filler);
                // A mistake in the form (422) is no refusal: it is told to whoever may do the act. To knock is everybody's; who is let in is judged by the address.
                if ((Found(visitor, address) is not ('s' or 'j' or 'x' or 'n') && !IsJoin(address)) || visitor.Status == HttpStatusCode.InternalServerError || before != site.ReadChat(db => db.Audit.Count()))
                {
                    wrong.Add($"{person ?? "a stranger"} does {address}: {(int)visitor.Status} {visitor.Address}");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(40))}");
    }

    [Fact]
    public async Task The_same_form_reaches_the_act_where_one_has_the_right()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var world = await Furnished.Make(site);
        var wrong = new List<string>();
        var (camille, paul) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Paul));
        var routes = Routes(site).Where(r => Writes(r) && r.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(r => r.RoutePattern.RawText!)
            .Where(r => r.StartsWith(Addresses.French + "/", StringComparison.Ordinal) && !Is(r, NotHers)).Distinct(StringComparer.Ordinal)
            // What ends something comes last.
            .OrderBy(r => Is(r, "(partir|membres|retirer|cloture|marquage|reglages|invites|organisations)")).ThenBy(r => Is(r, "partir")).ToList();
        Assert.True(routes.Count > 40, $"{routes.Count} routes");
        foreach (var address in routes.Select(world.Fill))
        {
            // Paul wrote the message.
            var visitor = Is(address, "/message/") ? paul : camille;
            await visitor.Open(Addresses.Notices(Lang.French));
            await visitor.Post(address, [.. Filler.Select(f => f.Item1 == "Act" && Is(address, "/dossiers/[0-9a-f-]+$") ? ("Act", "title") : f)]);
            if (visitor.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError || (Found(visitor, address) is 's' or 'j' && !Is(address, "partir")))
            {
                wrong.Add($"{address}: {(int)visitor.Status} {visitor.Address}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong)}");
    }

    /// <summary>Acts on what this world has not: a run, a piece of evidence, a reaction, a dossier, another case, a link for a guest.</summary>
    const string NotHers = "({run:guid}|{step}|{secret}|{other:guid}|(plateformes|preuves|reactions|marquage)/{line:guid}|/message/{message:guid}/dossier/{id:guid})";

    static readonly (string, string)[] Filler =
        [("Act", "out"), ("Text", "Bonjour"), ("Sure", "true"), ("Name", "x"), ("Masks", "true"), ("Why", "x"), ("Days", "3"), ("ForWhom", "Quelqu’un"), ("Id", Guid.NewGuid().ToString()), ("Sign", "ok"), ("Title", "Un titre"), ("Follows", "true")];

    [Fact]
    public async Task The_role_of_superadmin_alone_reads_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var world = await Furnished.Make(site);
        await site.Write<ChatDb>(db => db.Members.Single(m => m.AccountId == site.IdOf(ChatWorld.Camille)).LeftAt = SiteUnderTest.Start);
        var camille = await site.SignIn(ChatWorld.Camille);
        foreach (var page in new[] { Addresses.Home(Lang.French), Addresses.Room(Lang.French, ChatWorld.PrivateRoom), Addresses.Case(Lang.French, world.Case), Addresses.Search(Lang.French) + "?q=port", Addresses.File(world.File) })
        {
            await camille.Open(page);
            Assert.True(IsJoin(camille.Address), $"{page}: {(int)camille.Status} {camille.Address}");
        }

        Assert.Equal(HttpStatusCode.OK, (await camille.Open(Addresses.Organisations(Lang.French))).Status);
    }

    static bool Is(string route, string pattern) => Regex.IsMatch(route, pattern, RegexOptions.NonBacktracking);

    static char Found(Testing.Visitor visitor, string asked) =>
        visitor.Address.StartsWith("/connexion", StringComparison.Ordinal) ? 's'
        : IsJoin(visitor.Address) && !IsJoin(asked) ? 'j'
        : visitor.Status switch { HttpStatusCode.OK => 'o', HttpStatusCode.Forbidden => 'x', HttpStatusCode.NotFound => 'n', _ => '!' };

    static bool IsJoin(string address) => address.StartsWith(Addresses.Join(Lang.French), StringComparison.Ordinal) || address.StartsWith(Addresses.Join(Lang.English), StringComparison.Ordinal);

    static async Task<List<Testing.Visitor>> Visitors(SiteUnderTest site)
    {
        var visitors = new List<Testing.Visitor>();
        foreach (var person in People)
        {
            visitors.Add(person is null ? site.Visit() : await site.SignIn(person));
        }

        return visitors;
    }

    static IEnumerable<RouteEndpoint> Routes(SiteUnderTest site) => site.Endpoints.OfType<RouteEndpoint>()
        .Where(e => Is(e.RoutePattern.RawText!, "^/(discussion|en/chat|api/chat)(/|$)") && !e.RoutePattern.RawText!.StartsWith(Addresses.Live, StringComparison.Ordinal));

    static bool Writes(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(m => m is "POST" or "PUT" or "PATCH" or "DELETE") == true;

    sealed record Furnished(Guid Case, Guid Line, Guid File, Guid Member, Guid Pass)
    {
        public static async Task<Furnished> Make(SiteUnderTest site)
        {
            var about = await site.Case();
            await GuestsTests.Entered(site, about);
            var (closed, file, bytes) = (Guid.NewGuid(), Guid.NewGuid(), Encoding.UTF8.GetBytes("Une note"));
            var print = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            await site.Write<ChatDb>(db => db.AddRange(
                new Organisation { Id = closed, Name = "Agence fermée", Sector = Chat.Cases.Sector.Research, Country = "FR", ApprovedAt = SiteUnderTest.Start, ApprovedBy = Guid.Empty, ClosedAt = SiteUnderTest.Start },
                new Member { Id = Guid.NewGuid(), AccountId = site.IdOf(Crew.Charge), OrganisationId = closed, Name = Crew.Charge, JoinedAt = SiteUnderTest.Start },
                new Blob { Sha256 = print, Bytes = bytes },
                new StoredFile { Id = file, MessageId = WorldChat.PrivateWord, Name = "note.txt", Kind = FileKind.Text, Size = bytes.Length, Sha256 = print, At = SiteUnderTest.Start, By = site.IdOf(ChatWorld.Paul) }));
            return site.ReadChat(db => new Furnished(about, db.CaseLines.Single(l => l.CaseId == about && l.Number == 1).EventId, file, db.Members.Single(m => m.Name == ChatWorld.Nadia).Id, db.GuestPasses.Single().Id));
        }

        /// <summary>An address of this route, about the private room, its message or the case.</summary>
        public string Fill(string route)
        {
            var first = route switch
            {
                _ when Is(route, "/organisations/{") => ChatWorld.Observatory.Id,
                _ when Is(route, "/(salons|rooms)/{") => ChatWorld.PrivateRoom,
                _ when Is(route, "/(dossiers|cases)/{") => Case,
                _ when Is(route, "/(membres|members)/{") => Member,
                _ when Is(route, "/(invites|guests)/{") => Pass,
                _ => File,
            };
            var filled = new Regex("{[a-z]+:guid}", RegexOptions.NonBacktracking).Replace(route, first.ToString(), 1);
            filled = Regex.Replace(filled, "(?<of>message|fil|thread)/{[a-z]+:guid}", m => $"{m.Groups["of"].Value}/{WorldChat.PrivateWord}", RegexOptions.NonBacktracking);
            return filled.Replace("{line:guid}", Line.ToString(), StringComparison.Ordinal).Replace("{other:guid}", Case.ToString(), StringComparison.Ordinal).Replace("{key}", "massive", StringComparison.Ordinal)
                .Replace("{section}", "actor", StringComparison.Ordinal).Replace("{step}", "chercher", StringComparison.Ordinal).Replace("{secret}", "inconnu", StringComparison.Ordinal)
                .Replace("{run:guid}", Line.ToString(), StringComparison.Ordinal).Replace("{id:guid}", Line.ToString(), StringComparison.Ordinal);
        }
    }
}
