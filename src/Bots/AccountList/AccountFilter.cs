using System.Globalization;
using System.Text;
using Beffroi.Detection;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Bots.AccountList;

public enum AccountOrder
{
    Score,
    Posts,
    Seen,
    Handle,
}

/// <summary>What the list shows, as its address says it: <c>?q=&amp;watch=&amp;network=Bluesky&amp;class=Bot&amp;min=0.5&amp;max=1&amp;sign=Dormant&amp;sort=Posts&amp;page=2</c>. What an address says wrongly is left out.</summary>
public sealed record AccountFilter
{
    const int LongestWords = 100;
    const int MostPages = 100_000;

    public string Words { get; init; } = "";
    public Guid? Watch { get; init; }
    public Network? Network { get; init; }
    public AutomationClass? Class { get; init; }

    /// <summary>Of the probability, both included.</summary>
    public double? Least { get; init; }
    public double? Most { get; init; }
    public Typology? Sign { get; init; }
    public AccountOrder Order { get; init; }
    public int Page { get; init; } = 1;

    public static AccountFilter Of(IQueryCollection query) => new()
    {
        Words = Line(query["q"].ToString()),
        Watch = Guid.TryParse(query["watch"], out var watch) ? watch : null,
        Network = One<Network>(query, "network"),
        Class = One<AutomationClass>(query, "class"),
        Least = Share(query["min"]),
        Most = Share(query["max"]),
        Sign = One<Typology>(query, "sign"),
        Order = One<AccountOrder>(query, "sort") ?? AccountOrder.Score,
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1,
    };

    public string ToQuery()
    {
        var query = new StringBuilder();
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        Put("q", Words);
        Put("watch", Watch?.ToString());
        Put("network", Network?.ToString());
        Put("class", Class?.ToString());
        Put("min", Least?.ToString(CultureInfo.InvariantCulture));
        Put("max", Most?.ToString(CultureInfo.InvariantCulture));
        Put("sign", Sign?.ToString());
        Put("sort", Order == AccountOrder.Score ? null : Order.ToString());
        Put("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('@');
        return new([.. (line.Length > LongestWords ? line[..LongestWords] : line).Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
    }

    // A comma is written as a point by half of Europe.
    static double? Share(string? text) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 ? value : null;

    static T? One<T>(IQueryCollection query, string name) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(query[name].ToString(), StringComparer.Ordinal) ? Enum.Parse<T>(query[name].ToString()) : null;
}
