using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beffroi.Chat.Cases;

/// <summary>
/// One text for one value, as RFC 8785 (JSON Canonicalization Scheme, 2020) has it: names sorted by UTF-16 unit, no space, the fewest escapes.
/// Numbers are whole ones only: a case has no other.
/// </summary>
public static class CanonicalJson
{
    public static byte[] Bytes<T>(T value) => Encoding.UTF8.GetBytes(Of(JsonSerializer.SerializeToNode(value, CaseJson.Options)));

    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonArray array:
                text.Append('[');
                for (var i = 0; i < array.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(array[i], text);
                }

                text.Append(']');
                break;
            case JsonObject bag:
                var first = true;
                text.Append('{');
                foreach (var (name, value) in bag.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    text.Append(first ? "" : ",");
                    first = false;
                    Quote(name, text);
                    text.Append(':');
                    Write(value, text);
                }

                text.Append('}');
                break;
            case JsonValue leaf:
                Leaf(leaf, text);
                break;
            default:
                throw new InvalidOperationException("JSON has no other kind of node.");
        }
    }

    static void Leaf(JsonValue leaf, StringBuilder text)
    {
        switch (leaf.GetValueKind())
        {
            case JsonValueKind.String:
                Quote(leaf.GetValue<string>(), text);
                break;
            case JsonValueKind.Number:
                text.Append(long.Parse(leaf.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(leaf.ToJsonString());
                break;
        }
    }

    static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => null,
            } is { } escaped ? escaped : c.ToString());
        }

        text.Append('"');
    }
}
