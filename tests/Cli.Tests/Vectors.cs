using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests;

/// <summary>One of the published worked examples of the 2020 rules: what was answered, and the score computed apart from this code.</summary>
sealed record Vector(string Name, JsonObject File, double Litteratie, double Numeratie, string Cefr, string Cenf, string AnlciReading, string AnlciNumeracy, string Synthesis);

static class Vectors
{
    /// <summary>Questions of a situation by what they measure, and how many there are.</summary>
    static readonly (string Situation, string Skill, int Items)[] Questions =
    [
        ("livraison", "ccf", 9), ("livraison", "syntaxe-orthographe", 7), ("livraison", "numeratie", 3),
        ("objets_trouves", "ccf", 5), ("objets_trouves", "memorisation", 3), ("objets_trouves", "numeratie", 4),
    ];

    public static readonly IReadOnlyList<Vector> All =
    [
        new("all right, 8 s", AllRight(8, 1), 3.194167, 8.688, "B1", "Y1", "4++", "4++", "socle_clea"),
        new("all right, 13 s", AllRight(13, 1.35), -0.074314, 4.481, "B1", "Y1", "4++", "4++", "socle_clea"),
        new("all right, 20 s", AllRight(20, 1.5), -1.771940, 2.125, "A1", "Y1", "4", "4++", "ni_ni"),
        new("all right, 30 s", AllRight(30, 2), -2.938975, 0.667, "A1", "Y1", "3", "4+", "ni_ni"),
        new("all right, 40 s", AllRight(40, 2.5), -3.516036, -0.062, "A1", "X2", "2", "4", "ni_ni"),
        new("all right, 50 s", AllRight(50, 3), -3.857704, -0.500, "pre_A1", "X2", "2", "3", "illettrisme_potentiel"),
        new("all right, 60 s", AllRight(60, 4), -4.099802, -0.792, "pre_A1", "X2", "2", "3", "illettrisme_potentiel"),
        new("all right, 90 s", AllRight(90, 4), -4.430876, -1.278, "pre_A1", "X1", "1", "2", "illettrisme_potentiel"),
        new("all right, 125 s", AllRight(125, 5), -4.636390, -1.550, "pre_A1", "X1", "1", "2", "illettrisme_potentiel"),
        new("all wrong", Play((_, _, _) => 0, _ => 20, (0, 2), (0, 2)), -5.148893, -2.250, "pre_A1", "pre_X1", "1", "1", "illettrisme_potentiel"),
        new("half right, fast", Play(Half, skill => skill is "numeratie" ? 8 : 6, (20, 0.9), (18, 0.9)), 1.317241, 4, "B1", "Y1", "4++", "4++", "socle_clea"),
        new("random clicks", Play(Chance, _ => 2, (14, 0.5), (14, 0.5)), 3.601074, 10.250, "B1", "Y1", "4++", "4++", "socle_clea"),
    ];

    static JsonObject AllRight(double seconds, double wordSeconds) => Play((_, _, items) => items, _ => seconds, (28, wordSeconds), (28, wordSeconds));

    static int Half(string situation, string skill, int items) => (situation, skill) switch
    {
        ("livraison", "ccf") => 5,
        ("livraison", "syntaxe-orthographe") => 4,
        ("objets_trouves", "ccf") => 3,
        _ => 2,
    };

    static int Chance(string situation, string skill, int items) => situation is "livraison" && skill is not "numeratie" ? 2 : 1;

    static JsonObject Play(Func<string, string, int, int> right, Func<string, double> seconds, (int Right, double Seconds) words, (int Right, double Seconds) nonWords) => new()
    {
        ["situations"] = new JsonArray(
            Situation("livraison", [.. Asked("livraison", right, seconds)]),
            Situation("maintenance", [.. Answers("kind", "word", words.Right, 28, words.Seconds), .. Answers("kind", "nonword", nonWords.Right, 28, nonWords.Seconds)]),
            Situation("objets_trouves", [.. Asked("objets_trouves", right, seconds)])),
    };

    static IEnumerable<JsonNode> Asked(string situation, Func<string, string, int, int> right, Func<string, double> seconds) =>
        Questions.Where(q => string.Equals(q.Situation, situation, StringComparison.Ordinal))
            .SelectMany(q => Answers("metacompetence", q.Skill, right(situation, q.Skill, q.Items), q.Items, seconds(q.Skill)));

    static IEnumerable<JsonNode> Answers(string key, string value, int right, int items, double seconds) =>
        Enumerable.Range(0, items).Select(i => new JsonObject { [key] = value, ["correct"] = i < right, ["seconds"] = seconds });

    static JsonObject Situation(string name, JsonNode[] answers) => new() { ["situation"] = name, ["answers"] = new JsonArray(answers) };
}
