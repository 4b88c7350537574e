using CsCheck;

namespace Beffroi.Eva.Tests.Playing;

/// <summary>A line as it travels: its text, where it says to go, and what it says. Position null: it must be refused wherever it comes.</summary>
sealed record SentLine(string Json, int? Position, string Says)
{
    public const int Positions = 12;
    const string Session = "$session";

    static readonly string[] Items = ["L01", "L02", "L03", "L04", "L05"];
    static readonly string[] Broken =
    [
        // No event at all.
        "1", "null", "true", "\"demarrage\"", "[]", "[1,2]", "{}", """{"evenements":[]}""",
        // The run: missing, of a wrong type, not an identifier, somebody else's, half a character.
        Event(session: null), Event(session: "7"), Event(session: "\"abc\""), Event(session: "\"00000000-0000-0000-0000-000000000000\""), Event(session: "\"\\ud800\""), Event(session: "{}"),
        // The situation.
        Event(situation: null), Event(situation: "\"maintenance\""), Event(situation: "\"LIVRAISON\""), Event(situation: "3"), Event(situation: "\"\\udfff\""),
        // The position: missing, negative, beyond, broken, not a number.
        Event(position: null), Event(position: "-1"), Event(position: "100001"), Event(position: "2147483648"), Event(position: "1.5"), Event(position: "1e400"),
        Event(position: "99999999999999999999999999"), Event(position: "\"3\""), Event(position: "[3]"), Event(position: "null"),
        // The date.
        Event(date: null), Event(date: "-5"), Event(date: "1e400"), Event(date: "9223372036854775808"), Event(date: "1.25"), Event(date: "\"hier\""), Event(date: "false"),
        // The name.
        Event(name: null), Event(name: "\"inconnu\""), Event(name: "\"\""), Event(name: "\"REPONSE\""), Event(name: "12"), Event(name: "\"\\ud83d\""), Event(name: $"\"{new string('n', 5000)}\""),
        // The data.
        Event(data: "[]"), Event(data: "\"texte\""), Event(data: "4"), Event(data: """{"question":{"a":1}}"""), Event(data: """{"question":["L01"]}"""), Event(data: """{"question":"L01\u0000"}"""),
        Event(data: """{"question":"L01","x":"\ud800"}"""), Event(data: """{"question":"L01","\udc00":1}"""), Event(data: $$"""{"question":"L01","x":"{{new string('x', 20000)}}"}"""),
        Event(data: $$"""{{{string.Join(',', Enumerable.Range(0, 25).Select(i => $"\"f{i}\":{i}"))}}}"""), Event(data: "null"), Event(data: """{"question":1}"""), Event(data: """{"question":"M01"}"""),
        // An answer that cannot be one.
        Event(name: "\"reponse\"", data: """{"question":"L01"}"""), Event(name: "\"reponse\"", data: """{"question":"L01","reponse":"z"}"""), Event(name: "\"reponse\"", data: """{"question":"L01","reponse":2}"""),
        Event(name: "\"reponse\"", data: $$"""{"question":"L11","reponse":"{{new string('1', 201)}}"}"""), Event(name: "\"identificationMot\"", data: """{"mot":"M01","reponse":"francais"}"""),
    ];

    /// <summary>A line that tells something, at one of few positions so that many meet there.</summary>
    public static readonly Gen<SentLine> Sound =
        from position in Gen.Int[0, Positions - 1]
        from item in Gen.OneOf(Items)
        from answer in Gen.OneOf("a", "b", "c", "d", "?")
        from date in Gen.OneOf(Gen.Long[1_700_000_000_000, 1_700_000_900_000], Gen.Long[0, long.MaxValue])
        from spelling in Gen.Int[0, 2]
        select Told(position, item, answer, date, spelling);

    public static readonly Gen<SentLine> Malformed = Gen.OneOf<SentLine>([.. Broken.Select(text => new SentLine(text, null, ""))]);

    public string For(Guid session) => Json.Replace(Session, session.ToString(), StringComparison.Ordinal);

    // The same thing can be spelled in several ways: other spaces, another order of fields, a verdict of its own added.
    static SentLine Told(int position, string item, string answer, long date, int spelling)
    {
        var said = answer == "?" ? "\"neSaisPas\":true" : $"\"reponse\":\"{answer}\"";
        var data = spelling switch
        {
            0 => $$"""{"question":"{{item}}",{{said}}}""",
            1 => $$"""{ {{said}} , "question" : "{{item}}" }""",
            _ => $$"""{"succes":true,"question":"{{item}}",{{said}},"score":1e400}""",
        };
        return new(Event(position: $"{position}", date: $"{date}", name: "\"reponse\"", data: data), position, $"{item}/{answer}/{date}");
    }

    static string Event(
        string? session = $"\"{Session}\"", string? situation = "\"livraison\"", string? position = "5", string? date = "1700000000000", string? name = "\"affichageQuestionQCM\"", string data = """{"question":"L01"}""") =>
        "{" + string.Join(',', new[] { ("session_id", session), ("situation", situation), ("position", position), ("date", date), ("nom", name), ("donnees", data) }
            .Where(p => p.Item2 is not null).Select(p => $"\"{p.Item1}\":{p.Item2}")) + "}";
}
