using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Figures in JSON: every digit, and null for what is undefined, since JSON has neither NaN nor infinity.</summary>
static class JsonNumber
{
    public static JsonNode? Of(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;
}
