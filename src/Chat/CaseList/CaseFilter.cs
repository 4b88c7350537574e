using System.Globalization;
using System.Text;
using Beffroi.Chat.Cases;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Chat.CaseList;

/// <summary>What one looks for in the list; it is all in the address.</summary>
public sealed record CaseFilter
{
    public string Text { get; init; } = "";
    public CasePhase? Phase { get; init; }
    public Tlp? Tlp { get; init; }

    /// <summary><c>five</c> or <c>own</c>: qualified by the convention's criteria or by one's own.</summary>
    public string Qualified { get; init; } = "";
    public bool Mine { get; init; }
    public bool WithClosed { get; init; }
    public int Page { get; init; } = 1;

    public static CaseFilter Of(IQueryCollection query) => new()
    {
        Text = query["q"].ToString().Trim(),
        Phase = Enum.TryParse<CasePhase>(query["phase"], out var phase) && Enum.IsDefined(phase) ? phase : null,
        Tlp = Enum.TryParse<Tlp>(query["tlp"], out var tlp) && Enum.IsDefined(tlp) ? tlp : null,
        Qualified = query["qualified"].ToString() is ("five" or "own") and var chosen ? chosen : "",
        Mine = string.Equals(query["mine"], "true", StringComparison.Ordinal),
        WithClosed = string.Equals(query["closed"], "true", StringComparison.Ordinal),
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
    };

    /// <summary>As a question to the database.</summary>
    public IQueryable<CaseFace> On(IQueryable<CaseFace> faces)
    {
        faces = Phase is { } phase ? faces.Where(f => f.Phase == phase) : faces;
        faces = Tlp is { } tlp ? faces.Where(f => f.Tlp == tlp) : faces;
        faces = WithClosed ? faces : faces.Where(f => !f.IsClosed);
        faces = Qualified switch { "five" => faces.Where(f => f.IsQualified), "own" => faces.Where(f => f.IsQualifiedForOwn), _ => faces };
        faces = Mine ? faces.Where(f => f.IsMine) : faces;
        return Fold(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(faces, (found, word) => found.Where(f => f.Words.Contains(word)));
    }

    public string Query(int page)
    {
        var query = new QueryString();
        query = Text.Length > 0 ? query.Add("q", Text) : query;
        query = Phase is { } phase ? query.Add("phase", phase.ToString()) : query;
        query = Tlp is { } tlp ? query.Add("tlp", tlp.ToString()) : query;
        query = Qualified.Length > 0 ? query.Add("qualified", Qualified) : query;
        query = Mine ? query.Add("mine", "true") : query;
        query = WithClosed ? query.Add("closed", "true") : query;
        return (page > 1 ? query.Add("page", page.ToString(CultureInfo.InvariantCulture)) : query).ToString();
    }

    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
