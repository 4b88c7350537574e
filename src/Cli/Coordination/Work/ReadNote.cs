using System.Text.Json.Nodes;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Work;

/// <summary>What reading found, kept with the work.</summary>
static class ReadNote
{
    public static JsonObject Of(ShareReport report) => new()
    {
        ["rows"] = report.Rows,
        ["withoutObject"] = report.WithoutObject,
        ["kinds"] = new JsonObject(report.ByKind.Select(k => KeyValuePair.Create(k.Key.ToString(), (JsonNode?)k.Value))),
        ["first"] = new JsonArray([.. report.First.Select(p => new JsonObject { ["line"] = p.Line, ["kind"] = p.Kind.ToString() })]),
    };

    public static ShareReport Report(JsonObject note) => new(
        (long)note["rows"]!,
        (long)note["withoutObject"]!,
        note["kinds"]!.AsObject().ToDictionary(k => Enum.Parse<ShareProblemKind>(k.Key), k => (long)k.Value!),
        note["first"]!.AsArray().Select(p => new ShareProblem((long)p!["line"]!, Enum.Parse<ShareProblemKind>((string)p["kind"]!))));
}
