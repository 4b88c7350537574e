using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Eva.Scoring;
using CsCheck;

namespace Beffroi.Eva.Tests.Scoring;

public sealed class ScoreFileTests
{
    const string Small = """
        {"situations":[
          {"situation":"livraison","answers":[{"metacompetence":"ccf","correct":true,"seconds":8.0},{"metacompetence":"numeratie","correct":false,"dontKnow":true}]},
          {"situation":"maintenance","finished":false,"answers":[{"kind":"word","correct":true,"seconds":1.0},{"kind":"nonword","correct":false,"accommodated":true}]},
          {"situation":"objets_trouves","answers":[{"metacompetence":"memorisation","correct":true,"item":"O1","guessChance":0.25,"unknown":[1]}]}
        ]}
        """;

    [Fact]
    public void A_file_is_read_answer_by_answer()
    {
        var situations = ScoreFile.Read(Small).Evaluation!.Situations;
        Assert.Equal([(Situation.Livraison, true), (Situation.Maintenance, false), (Situation.ObjetsTrouves, true)], situations.Select(s => (s.Situation, s.Finished)));
        Assert.Equal(new ScoredAnswer { Situation = Situation.Livraison, Skill = Skill.Ccf, Correct = true, Seconds = 8 }, situations[0].Answers[0]);
        Assert.Equal(new ScoredAnswer { Situation = Situation.Livraison, Skill = Skill.Numeratie, Correct = false, DontKnow = true }, situations[0].Answers[1]);
        Assert.Equal(new ScoredAnswer { Situation = Situation.Maintenance, Skill = Skill.Ccf, IsWord = false, Correct = false, Accommodated = true }, situations[1].Answers[1]);
        Assert.Equal(
            new ScoredAnswer { Situation = Situation.ObjetsTrouves, Skill = Skill.Memorisation, Correct = true, ItemId = "O1", GuessChance = 0.25 }, situations[2].Answers[0]);
    }

    [Theory]
    [InlineData("not json", "ligne 1")]
    [InlineData("", "ligne 1")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{}", "$.situations")]
    [InlineData("""{"situations":{}}""", "$.situations")]
    [InlineData("""{"situations":[]}""", "$.situations")]
    [InlineData("""{"situations":[{"situation":"livraison","answers":[]}]}""", "$.situations")]
    [InlineData("""{"situations":[3]}""", "$.situations[0]")]
    [InlineData("""{"situations":[{"situation":"tri","answers":[]}]}""", "$.situations[0].situation")]
    [InlineData("""{"situations":[{"answers":[]}]}""", "$.situations[0].situation")]
    [InlineData("""{"situations":[{"situation":"livraison"}]}""", "$.situations[0].answers")]
    [InlineData("""{"situations":[{"situation":"livraison","answers":[[]]}]}""", "$.situations[0].answers[0]")]
    [InlineData("""{"situations":[{"situation":"livraison","answers":[]},{"situation":"livraison","answers":[]}]}""", "$.situations[1].situation")]
    [InlineData("""{"situations":[{"situation":"livraison","finished":1,"answers":[]}]}""", "$.situations[0].finished")]
    public void What_is_wrong_with_the_file_is_said_at_its_place(string json, string place)
    {
        var reading = ScoreFile.Read(json);
        Assert.Null(reading.Evaluation);
        Assert.Equal([place], reading.Problems.Select(p => p.Path));
    }

    [Theory]
    [InlineData("""{"correct":true}""", "metacompetence")]
    [InlineData("""{"metacompetence":"lecture","correct":true}""", "metacompetence")]
    [InlineData("""{"metacompetence":"memorisation","correct":true}""", "metacompetence")]
    [InlineData("""{"metacompetence":"ccf"}""", "correct")]
    [InlineData("""{"metacompetence":"ccf","correct":"true"}""", "correct")]
    [InlineData("""{"metacompetence":"ccf","correct":1}""", "correct")]
    [InlineData("""{"metacompetence":"ccf","correct":true,"seconds":-0.1}""", "seconds")]
    [InlineData("""{"metacompetence":"ccf","correct":true,"seconds":1e999}""", "seconds")]
    [InlineData("""{"metacompetence":"ccf","correct":true,"seconds":"NaN"}""", "seconds")]
    [InlineData("""{"metacompetence":"ccf","correct":true,"guessChance":1}""", "guessChance")]
    [InlineData("""{"metacompetence":"ccf","correct":true,"dontKnow":true}""", "dontKnow")]
    [InlineData("""{"metacompetence":"ccf","correct":true,"item":7}""", "item")]
    public void What_is_wrong_with_an_answer_is_said_at_its_place(string answer, string place)
    {
        var reading = ScoreFile.Read($$"""{"situations":[{"situation":"livraison","answers":[{{answer}}]}]}""");
        Assert.Equal([$"$.situations[0].answers[0].{place}"], reading.Problems.Select(p => p.Path));
    }

    [Theory]
    [InlineData("""{"correct":true}""")]
    [InlineData("""{"kind":"mot","correct":true}""")]
    [InlineData("""{"kind":true,"correct":true}""")]
    public void Maintenance_says_of_each_stimulus_whether_it_is_a_word(string answer) =>
        Assert.Equal(
            ["$.situations[0].answers[0].kind : « word » ou « nonword » est attendu"],
            ScoreFile.Read($$"""{"situations":[{"situation":"maintenance","answers":[{{answer}}]}]}""").Problems.Select(p => p.ToString()));

    [Fact]
    public void Every_problem_is_listed_not_only_the_first() =>
        Assert.Equal(3, ScoreFile.Read("""{"situations":[{"situation":"x","answers":[]},{"situation":"livraison","answers":[{"metacompetence":"ccf"},{"correct":true}]}]}""").Problems.Count);

    [Fact]
    public void A_property_given_twice_is_refused() =>
        Assert.Null(ScoreFile.Read("""{"situations":[{"situation":"livraison","answers":[{"metacompetence":"ccf","correct":true,"correct":false}]}]}""").Evaluation);

    [Fact]
    public void No_text_makes_the_reading_throw() =>
        Gen.Select(Gen.Int[0, Small.Length - 1], Gen.Int[0, 40], Gen.String[0, 8]).Sample((at, cut, text) =>
        {
            var damaged = Small.Remove(at, Math.Min(cut, Small.Length - at)).Insert(at, text);
            var reading = ScoreFile.Read(damaged);
            Assert.True(reading.Evaluation is null != (reading.Problems.Count == 0));
        }, iter: 2000);

    [Fact]
    public void A_file_of_a_worked_vector_gives_its_score()
    {
        var file = new JsonObject
        {
            ["situations"] = new JsonArray([.. Play.AllRight(20, 1.5).Situations.Select(s => new JsonObject
            {
                ["situation"] = TechnicalName.Of(s.Situation),
                ["answers"] = new JsonArray([.. s.Answers.Select(a => new JsonObject
                {
                    [a.IsWord is null ? "metacompetence" : "kind"] = a.IsWord switch { true => "word", false => "nonword", null => TechnicalName.Of(a.Skill) },
                    ["correct"] = a.Correct,
                    ["seconds"] = a.Seconds,
                })]),
            })]),
        };
        var printed = ScoreJson.Of(Play.Historique(ScoreFile.Read(file.ToJsonString()).Evaluation!));
        Assert.Equal(-1.771940, printed["litteratie"]!["score"]!.GetValue<double>(), 6e-7);
        Assert.Equal(("A1", "4", "Y1", "4++", "ni_ni"), (Text(printed, "litteratie", "cefr"), Text(printed, "litteratie", "anlci"), Text(printed, "numeratie", "cenf"), Text(printed, "numeratie", "anlci"), (string?)printed["synthese"]));
        Assert.Null(printed["litteratie"]!["standardError"]);
        Assert.Null(printed["litteratie"]!["probabilities"]);
    }

    [Fact]
    public void The_printed_score_has_exactly_the_promised_keys()
    {
        var printed = ScoreJson.Of(Play.Beffroi(Play.HalfRightFast()));
        Assert.Equal(["litteratie", "numeratie", "synthese", "flags"], printed.Select(p => p.Key));
        Assert.Equal(["score", "cefr", "anlci", "standardError", "probabilities"], printed["litteratie"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["score", "cenf", "anlci", "standardError", "probabilities"], printed["numeratie"]!.AsObject().Select(p => p.Key));
        Assert.Equal(1, printed["numeratie"]!["probabilities"]!.AsObject().Sum(p => p.Value!.GetValue<double>()), 12);
        Assert.Equal("""{"litteratie":null,"numeratie":null,"synthese":null,"flags":[]}""", ScoreJson.Of(Play.Beffroi(new([]))).ToJsonString());
    }

    [Fact]
    public void The_printed_score_reads_back_as_json() =>
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(ScoreJson.Of(Play.Beffroi(Play.RandomClicks())).ToJsonString()).RootElement.ValueKind);

    static string? Text(JsonObject printed, string scale, string key) => (string?)printed[scale]![key];
}
