using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>What was found, in figures.</summary>
sealed record DetectReport
{
    public required ShareReport Read { get; init; }
    public required long Objects { get; init; }
    public required long Pairs { get; init; }
    public required long Edges { get; init; }
    public required int Accounts { get; init; }
    public required int Clusters { get; init; }
    public required IReadOnlyList<ViralObject> Viral { get; init; }
    public double Seconds { get; init; }
    public long PeakBytes { get; init; }

    public JsonObject Json() => new()
    {
        ["rows"] = Read.Rows,
        ["objects"] = Objects,
        ["pairs"] = Pairs,
        ["edges"] = Edges,
        ["accounts"] = Accounts,
        ["clusters"] = Clusters,
        ["seconds"] = Math.Round(Seconds, 3),
        ["peakMemoryMb"] = Math.Round(PeakBytes / 1_048_576.0, 1),
        ["withoutObject"] = Read.WithoutObject,
        ["problems"] = Read.Problems,
        ["problemKinds"] = new JsonObject(Read.ByKind.OrderBy(k => k.Key).Select(k => KeyValuePair.Create(k.Key.ToString(), (JsonNode?)k.Value))),
        ["firstProblems"] = new JsonArray([.. Read.First.Select(p => new JsonObject { ["line"] = p.Line, ["kind"] = p.Kind.ToString() })]),
        ["leftOut"] = new JsonArray([.. Viral.Select(v => new JsonObject { ["object"] = v.ObjectId, ["pairs"] = v.Pairs })]),
    };

    public string Text() => new TextTable("", "nombre")
        .Add("lignes lues", Count(Read.Rows))
        .Add("  sans objet", Count(Read.WithoutObject))
        .Add("  illisibles", Count(Read.Problems))
        .Add("objets", Count(Objects))
        .Add("  viraux, laissés de côté", Count(Viral.Count))
        .Add("paires dans la fenêtre", Count(Pairs))
        .Add("liens écrits", Count(Edges))
        .Add("comptes liés", Count(Accounts))
        .Add("groupes", Count(Clusters))
        .Add("secondes", French.Number(Seconds, 1))
        .Add("mémoire au plus (Mo)", French.Number(PeakBytes / 1_048_576.0, 0)) + "\nPartager les mêmes choses au même moment est une raison de regarder, jamais une preuve d’intention.";

    static string Count(long number) => number.ToString("N0", French.Culture);
}
