using System.Globalization;
using System.Text;
using Beffroi.Ads.Intake;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Ads.AllAds;

/// <summary>What the list shows, as its address says it: <c>?q=&amp;state=Settled&amp;political=Yes&amp;purpose=Poll&amp;source=MetaLibrary&amp;gone=yes&amp;page=2</c>. What an address says wrongly is left out.</summary>
public sealed record AdFilter
{
    const int LongestWords = 100;

    public string Words { get; init; } = "";
    public GroupState? State { get; init; }
    public PoliticalAnswer? Political { get; init; }
    public Purpose? Purpose { get; init; }
    public AdSource? Source { get; init; }

    /// <summary>No longer in its library.</summary>
    public bool Gone { get; init; }

    public int Page { get; init; } = 1;

    public bool AboutAnswers => State is not null || Political is not null || Purpose is not null;

    public static AdFilter Of(IQueryCollection query)
    {
        var words = CleanText.Line(query["q"].ToString(), LongestWords) ?? "";
        return new()
        {
            Words = words,
            // A known answer hidden among the others is not told apart.
            State = One<GroupState>(query, "state") is { } state && state != GroupState.Gold ? state : null,
            Political = One<PoliticalAnswer>(query, "political"),
            Purpose = One<Purpose>(query, "purpose"),
            Source = One<AdSource>(query, "source"),
            Gone = string.Equals(query["gone"].ToString(), "yes", StringComparison.Ordinal),
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1,
        };
    }

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
        Put("state", State?.ToString());
        Put("political", Political?.ToString());
        Put("purpose", Purpose?.ToString());
        Put("source", Source?.ToString());
        Put("gone", Gone ? "yes" : null);
        Put("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    static T? One<T>(IQueryCollection query, string name) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(query[name].ToString(), StringComparer.Ordinal) ? Enum.Parse<T>(query[name].ToString()) : null;
}
