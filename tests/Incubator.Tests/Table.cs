using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Beffroi.Incubator.Tests;

/// <summary>A CSV file read by RFC 4180 and held against its Table Schema, written apart from the program that makes them.</summary>
static class Table
{
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Read(Visitor visitor, string csv, string schema)
    {
        var rows = Rows(await Text(visitor, csv));
        var fields = JsonDocument.Parse(await Text(visitor, schema)).RootElement.GetProperty("fields").EnumerateArray().ToList();
        var names = fields.ConvertAll(f => f.GetProperty("name").GetString()!);
        Assert.Equal(names, rows[0]);
        Assert.All(rows, row => Assert.Equal(names.Count, row.Count));
        Assert.All(rows.Skip(1), row => Assert.All(row.Zip(fields), cell => IsValid(cell.First, cell.Second)));
        return [.. rows.Skip(1).Select(row => names.Zip(row).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    static List<List<string>> Rows(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), "", false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    (cell, i) = (cell + '"', i + 1);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell);
                    cell = "";
                    break;
                case '\r' when !quoted:
                    row.Add(cell);
                    rows.Add(row);
                    (row, cell, i) = ([], "", i + 1);
                    break;
                default:
                    cell += text[i];
                    break;
            }
        }

        return rows;
    }

    static void IsValid(string cell, JsonElement field)
    {
        var name = field.GetProperty("name").GetString();
        var asked = field.TryGetProperty("constraints", out var constraints);
        if (cell.Length == 0)
        {
            Assert.False(asked && constraints.TryGetProperty("required", out var required) && required.GetBoolean(), $"{name} is missing");
            return;
        }

        if (asked && constraints.TryGetProperty("enum", out var values))
        {
            Assert.Contains(cell, values.EnumerateArray().Select(v => v.GetString()!));
        }

        if (asked && constraints.TryGetProperty("pattern", out var pattern))
        {
            Assert.Matches(new Regex($"^({pattern.GetString()})$", RegexOptions.None, TimeSpan.FromSeconds(1)), cell);
        }

        switch (field.GetProperty("type").GetString())
        {
            case "number" or "integer":
                Assert.True(decimal.Parse(cell, CultureInfo.InvariantCulture) >= constraints.GetProperty("minimum").GetDecimal(), $"{name} is too small");
                break;
            case "date":
                Assert.True(DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"{name} is no day");
                break;
            default:
                Assert.Equal("string", field.GetProperty("type").GetString());
                break;
        }
    }

    static Task<string> Text(Visitor visitor, string url) => visitor.Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
}
