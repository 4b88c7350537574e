using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Items whose scores were numbered anew, with the scores that the file writes for 0, 1, 2….</summary>
static class RecodedJson
{
    public static JsonArray Of(AnswerTable table) => new([.. table.Recoded.Select(column => new JsonObject
    {
        ["id"] = column.Item,
        ["scores"] = new JsonArray([.. column.Scores.Select(s => JsonValue.Create(s))]),
    })]);
}
