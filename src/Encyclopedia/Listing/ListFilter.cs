using System.Globalization;
using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Encyclopedia.Listing;

/// <summary>What a list shows, as its address says it: <c>?q=&amp;phase=detection&amp;type=tool&amp;criterion=massive&amp;written=fr&amp;review=stale&amp;page=2</c>. What an address says wrongly is left out.</summary>
public sealed record ListFilter
{
    public const string Fresh = "fresh";
    public const string Stale = "stale";

    /// <summary>Beyond it nobody reads on.</summary>
    const int LastPage = 100_000;

    public string Text { get; init; } = "";
    public IReadOnlyList<Phase> Phases { get; init; } = [];
    public IReadOnlyList<EntryType> Types { get; init; } = [];
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];
    public Lang? Written { get; init; }

    /// <summary><see cref="Fresh"/>, <see cref="Stale"/> or nothing.</summary>
    public string? Review { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>How many values, of all filters.</summary>
    public int Chosen => Phases.Count + Types.Count + Criteria.Count + (Written is null ? 0 : 1) + (Review is null ? 0 : 1);

    public bool Any => Chosen > 0;

    public static ListFilter Of(IQueryCollection query) => new()
    {
        Text = query["q"].ToString().Trim('\0', ' ', '\t', '\n', '\r'),
        Phases = All<Phase>(query, "phase"),
        Types = All<EntryType>(query, "type"),
        Criteria = All<Criterion>(query, "criterion"),
        Written = query["written"].ToString() switch { "fr" => Lang.French, "en" => Lang.English, _ => null },
        Review = query["review"].ToString() is Fresh or Stale ? query["review"].ToString() : null,
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1,
    };

    public SearchQuery Query(Lang language, DateOnly today, int size)
    {
        var border = today.AddMonths(-Entry.StaleAfterMonths);
        return new()
        {
            Text = Text,
            Language = language,
            Phases = Phases,
            Types = Types,
            Criteria = Criteria,
            WrittenIn = Written,
            ReviewedSince = Review is Fresh ? border : null,
            ReviewedBefore = Review is Stale ? border : null,
            Skip = (Page - 1) * size,
            Take = size,
        };
    }

    /// <summary>The same, as the end of an address; empty for everything.</summary>
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

        Put("q", Text);
        foreach (var (name, value) in Phases.Select(p => ("phase", p.Name())).Concat(Types.Select(t => ("type", t.Name()))).Concat(Criteria.Select(c => ("criterion", c.Name()))))
        {
            Put(name, value);
        }

        Put("written", Written?.Code());
        Put("review", Review);
        Put("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    static List<T> All<T>(IQueryCollection query, string name) where T : struct, Enum =>
        [.. query[name].Select(KindWords.Named<T>).OfType<T>().Distinct()];
}
