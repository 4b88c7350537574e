using Beffroi.Eva.Bank;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Eva.Items;

/// <summary>The words and invented words of maintenance: they can be read, and come with the program.</summary>
public static class ShowWords
{
    const int PageSize = 30;

    public static IResult View(string? q, int page)
    {
        var text = (q ?? "").Trim();
        var kept = MaintenanceBank.Current.Stimuli.Where(s => s.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).OrderBy(s => s.Difficulty).ThenBy(s => s.Text, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (kept.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return Html.View<ShowWordsPage, ShowWordsModel>(new(MaintenanceBank.Current, [.. kept.Skip((page - 1) * PageSize).Take(PageSize)], kept.Count, text, page, pages));
    }
}

public sealed record ShowWordsModel(MaintenanceBank Bank, IReadOnlyList<BankStimulus> Rows, int Found, string Text, int Page, int PageCount);
