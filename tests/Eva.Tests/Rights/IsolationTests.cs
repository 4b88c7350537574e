using System.Net;

namespace Beffroi.Eva.Tests.Rights;

/// <summary>
/// Those of one structure reach nothing of another, by any address of the running site. A new route is tried without a word here: only what is public on purpose is named, with its reason.
/// </summary>
public sealed class IsolationTests
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";

    // All identifiers of others are tried, but at each door only one out of so many, the next ones at the next door; a long run tries all of them where structures are known.
    const int Turns = 40;
    const int LongTurns = 10;
    const int OwnInShort = 8;

    // Enough of each table: the first of the named world, and the newest, which carry the word.
    const int Oldest = 1;
    const int Newest = 4;

    static readonly HttpStatusCode[] Shut = [HttpStatusCode.NotFound, HttpStatusCode.Forbidden];

    // Who is of no organisation is led to where one joins; a program without its token is not known.
    static readonly HttpStatusCode[] ShutInChat = [HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, .. Shut];

    // Of the routes that take something in their address. Each is tried too: what it answers is one of these, and it shows nobody's name.
    static readonly Dictionary<string, (string Reason, HttpStatusCode[] Answers)> Public = new(StringComparer.Ordinal)
    {
        ["GET /eva/{code}"] = ("who was given the code of a campaign may enter it; the page says the structure's name; a personal code leads to where it is typed with care", [HttpStatusCode.Redirect, HttpStatusCode.OK, .. Shut]),
        ["POST /eva/{code}"] = ("the same; nobody enters without a first name", [HttpStatusCode.UnprocessableEntity, .. Shut]),
        ["GET /eva/bienvenue/{name}"] = ("a person's own question, by the token of her browser: without one, back to the code", [HttpStatusCode.Redirect, .. Shut]),
        ["POST /eva/bienvenue/{name}"] = ("the same", [HttpStatusCode.Redirect, .. Shut]),
        ["POST /eva/seul/desaccord/{note:guid}/retirer"] = ("a person's own note, by the token of her browser: without one there is none", Shut),
        ["POST /api/eva/evaluations/{id:guid}/parties/{situation}"] = ("the games, by the token of the person's browser", [HttpStatusCode.Unauthorized, .. Shut]),
        ["POST /api/eva/evaluations/{id:guid}/collections_evenements"] = ("the games, by the token of the person's browser", [HttpStatusCode.Unauthorized, .. Shut]),
        ["GET /api/bots/batches/{id:guid}"] = ("programs, by the key of their organisation: an account opens nothing there", [HttpStatusCode.Unauthorized]),
        ["GET /api/bots/batches/{id:guid}/results"] = ("the same", [HttpStatusCode.Unauthorized]),
        ["GET /inscription/structure/{id:guid}"] = ("whoever asks for an account chooses a structure by its name", [HttpStatusCode.OK, .. Shut]),
        ["POST /inscription/structure/{id:guid}"] = ("the same; nobody joins without a name", [HttpStatusCode.UnprocessableEntity, .. Shut]),
        ["GET /erreur/{status:int}"] = ("the page of errors", [HttpStatusCode.OK, .. Shut]),
        ["GET /jouer/{*path:nonfile}"] = ("the games, one file for all", [HttpStatusCode.OK, .. Shut]),
    };

    // Where the name of a structure, and nothing else of it, may be read by anybody.
    static readonly HashSet<string> NamesStructures = new(StringComparer.Ordinal) { "GET /eva/{code}", "POST /eva/{code}", "GET /inscription", "GET /inscription/structure/{id:guid}", "POST /inscription/structure/{id:guid}" };

    // Some thousand requests for each: an admin, who may do the most, stands for both where the run is short.
    public static readonly TheoryData<string, DbEngine> Intruders =
        Long ? Rows(Crew.OtherAdviser, Crew.OtherAdmin) : new TheoryData<string, DbEngine> { { Crew.OtherAdmin, DbEngine.Sqlite } };

    [Theory, MemberData(nameof(Intruders))]
    public async Task No_address_made_of_the_identifiers_of_another_structure_opens(string person, DbEngine engine)
    {
        var house = await MarkedHouse.Build(engine);
        await using var site = house.Site;
        var intruder = await Intruder.SignIn(site, person);
        var foreign = Foreign(house, Newest);
        var few = Foreign(house, 1);
        string[] named = [$"{house.Structure}", $"{house.Campaign}", $"{house.Evaluation}"];
        var codes = house.Codes();
        var before = WholeDatabase.Lines(site);
        List<string> leaks = [];
        var doors = Door.Of(site).Where(d => d.Parameters.Count > 0).ToList();
        Assert.InRange(doors.Count(d => d.KnowsStructures), 50, doors.Count);

        foreach (var (turn, door) in doors.Index())
        {
            var several = door.Parameters.Count(p => p.Kind == "guid") > 1;
            // The own evaluation with the note of another is tried as well.
            foreach (var address in door.Addresses((kind, place) => kind switch
            {
                _ when door.IsOfChat => [$"{house.Structure}", $"{house.Evaluation}"],
                // Open to all, or counted by the minute: three say as much.
                "guid" when door.IsCounted || Public.ContainsKey(door.ToString()) => named,
                "guid" when several => place == 0 ? [.. AtTurn(door, few, named, turn), $"{house.OwnEvaluation}"] : AtTurn(door, few, named, turn),
                "guid" => AtTurn(door, foreign, named, turn),
                "int" => ["1"],
                _ => [.. codes, "livraison", $"{house.Evaluation}", $"{house.Structure}"],
            }))
            {
                var (status, body) = await intruder.Ask(door.Method, address);
                var expected = Public.TryGetValue(door.ToString(), out var open) ? open.Answers : door.IsOfChat ? ShutInChat : Shut;
                if (!expected.Contains(status) || Shows(door, body))
                {
                    leaks.Add($"{person}: {door.Method} {address} {(int)status}{(Shows(door, body) ? " shows the word" : "")}");
                }
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        Assert.Empty(before.Except(WholeDatabase.Lines(site)));
        Assert.Empty(WholeDatabase.Lines(site).Except(before));
    }

    [Theory, MemberData(nameof(Intruders))]
    public async Task No_list_export_search_or_page_of_their_own_shows_anything_of_another_structure(string person, DbEngine engine)
    {
        var house = await MarkedHouse.Build(engine);
        await using var site = house.Site;
        var intruder = await Intruder.SignIn(site, person);
        string[] always = [$"{house.Evaluation}", .. house.Codes(), "Zéphyrine", "%"];
        List<string> asked = [.. Foreign(house, 1).Union(always, StringComparer.Ordinal)];
        List<string> own = [.. house.Own().Prepend(house.OwnCampaign).Prepend(house.OwnEvaluation).Distinct().Select(id => $"{id}").Take(Long ? 40 : OwnInShort)];
        List<string> leaks = [];

        foreach (var (turn, door) in Door.Of(site).Where(d => d.Method == "GET" && d.Parameters.All(p => p.Kind is "guid" or "int")).Index())
        {
            foreach (var address in door.Addresses((kind, _) => kind == "guid" ? own.Take(door.IsOfChat ? 2 : own.Count) : ["1"]))
            {
                var (status, body) = await intruder.Ask("GET", address);
                if (Shows(door, body) || (!NamesStructures.Contains(door.ToString()) && body.Contains($"{house.Evaluation}", StringComparison.OrdinalIgnoreCase)))
                {
                    leaks.Add($"{person}: {address}");
                }

                foreach (var question in status == HttpStatusCode.OK ? door.Questions : [])
                {
                    foreach (var value in AtTurn(door, asked, always, turn))
                    {
                        (_, body) = await intruder.Ask("GET", $"{address}?{question}={Uri.EscapeDataString(value)}");
                        if (Shows(door, body))
                        {
                            leaks.Add($"{person}: {address}?{question}={value}");
                        }
                    }
                }
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    /// <summary>The search can find: in the hands of those who may read it, the word is where it was written.</summary>
    [Fact]
    public async Task The_same_search_finds_the_word_in_the_hands_of_the_structure_itself()
    {
        var house = await MarkedHouse.Build(DbEngine.Sqlite);
        await using var site = house.Site;
        var hugo = await Intruder.SignIn(site, Crew.Hugo);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var door in Door.Of(site).Where(d => d.Method == "GET" && d.Parameters.All(p => p.Kind == "guid")))
        {
            foreach (var address in door.Addresses((_, _) => [$"{house.Evaluation}", $"{house.Campaign}"]))
            {
                if ((await hugo.Ask("GET", address)).Body.Contains(MarkedHouse.Trace, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(door.Route);
                }
            }
        }

        string[] certain = ["/eva/campagnes", "/eva/campagnes/{id:guid}", "/eva/evaluations", "/eva/evaluations/{id:guid}", "/eva/evaluations/{id:guid}/orientation", "/eva/evaluations/{id:guid}/entretien"];
        Assert.Empty(certain.Except(found, StringComparer.Ordinal));
        Assert.InRange(found.Count, 10, int.MaxValue);
    }

    [Theory, MemberData(nameof(Intruders))]
    public async Task No_form_takes_an_identifier_of_another_structure(string person, DbEngine engine)
    {
        var house = await MarkedHouse.Build(engine);
        await using var site = house.Site;
        var intruder = await Intruder.SignIn(site, person);
        var rose = site.ReadAccounts(db => db.Users.Single(a => a.Name.Contains(MarkedHouse.Trace)).Id);
        var before = WholeDatabase.Lines(site);

        foreach (var (address, fields) in new (string, (string, string)[])[]
        {
            ($"/eva/campagnes/{house.OwnCampaign}/modifier", [("Label", "Canal"), ("IsPrivate", "true"), ("Guests", $"{rose}")]),
            ("/eva/evaluations/recevoir", [("Code", "KBMT 4827"), ("Name", "Awa"), ("Campaign", $"{house.Campaign}")]),
            ("/invitations/nouvelle", [("Email", "espion@canal.beffroi.example"), ("Role", nameof(Kit.Role.Conseiller)), ("Structure", $"{house.Structure}")]),
            ($"/eva/evaluations/{house.OwnEvaluation}/entretien/retirer", [("Action", $"{house.Action}")]),
            ($"/eva/evaluations/{house.OwnEvaluation}/desaccord/{house.Disagreement}/retirer", []),
            ($"/eva/evaluations/{house.OwnEvaluation}/orientation", [("Act", "confirmer"), ("Ways", "ocb"), ("Actions", $"{house.Action}")]),
        })
        {
            var (_, body) = await intruder.Ask("POST", address, fields);
            Assert.DoesNotContain(MarkedHouse.Trace, body, StringComparison.OrdinalIgnoreCase);
        }

        // Nothing that stood there is gone, but of the own campaign; nothing new speaks of the other structure.
        var after = WholeDatabase.Lines(site);
        Assert.All(before.Except(after), line => Assert.Contains($"{house.OwnCampaign}", line, StringComparison.OrdinalIgnoreCase));
        Guid[] theirs = [house.Structure, house.Campaign, house.Evaluation, house.Disagreement, house.Action, rose];
        Assert.All(after.Except(before), line => Assert.DoesNotContain(theirs, id => line.Contains($"{id}", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(after.Except(before), line => line.Contains(MarkedHouse.Trace, StringComparison.OrdinalIgnoreCase));
    }

    static bool Shows(Door door, string body) =>
        body.Replace(NamesStructures.Contains(door.ToString()) ? MarkedHouse.Marker + " Mission" : "\0", "", StringComparison.Ordinal).Contains(MarkedHouse.Trace, StringComparison.OrdinalIgnoreCase);

    static IEnumerable<string> AtTurn(Door door, List<string> ids, string[] always, int turn)
    {
        var turns = !Long ? Turns : door.KnowsStructures ? 1 : LongTurns;
        return ids.Where((id, n) => n % turns == turn % turns || always.Contains(id, StringComparer.Ordinal));
    }

    static List<string> Foreign(MarkedHouse house, int newest)
    {
        var own = house.Own();
        return
        [
            .. WholeDatabase.Identifiers(house.Site).Values
                .Select(ids => ids.Where(id => !own.Contains(id)).ToList())
                .SelectMany(ids => ids.Take(newest > 1 ? Oldest : 0).Concat(ids.TakeLast(newest)))
                .Append(house.Structure).Append(house.Campaign).Append(house.Evaluation).Append(house.Disagreement).Append(house.Action)
                .Distinct().Select(id => id.ToString()),
        ];
    }

    static TheoryData<string, DbEngine> Rows(params string[] people)
    {
        var rows = new TheoryData<string, DbEngine>();
        foreach (var engine in new Engines())
        {
            foreach (var person in people)
            {
                rows.Add(new TheoryDataRow<string, DbEngine>(person, engine.Data) { Skip = engine.Skip });
            }
        }

        return rows;
    }
}
