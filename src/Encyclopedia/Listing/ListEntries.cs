using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Encyclopedia.Listing;

/// <summary>The entries, found by words and filters, with what each filter would show; and titles as they are typed.</summary>
public static class ListEntries
{
    public const int PageSize = 20;
    const int MostSuggestions = 8;
    const int LastKept = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.List(language), Show).ForEveryone().KeptUntilPublished(Which).RequireRateLimiting(AskingLimit.Policy).ExcludeFromDescription();
            app.MapGet(Addresses.Suggestions(language), Suggest).ForEveryone().RequireRateLimiting(AskingLimit.Policy).ExcludeFromDescription();
        }
    }

    // What a person makes by pressing once: no words typed, one filter at most, the first pages.
    static string? Which(IQueryCollection query) =>
        ListFilter.Of(query) is { Text.Length: 0, Chosen: <= 1, Page: <= LastKept } filter ? filter.ToQuery() : null;

    static async Task<IResult> Show(IEntrySearch search, TimeProvider clock, HttpRequest request, CancellationToken ct)
    {
        var (language, filter) = (Langs.Of(request), ListFilter.Of(request.Query));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var answer = await search.Find(filter.Query(language, today, PageSize), ct);
        var last = Math.Max(1, (answer.Total + PageSize - 1) / PageSize);
        if (filter.Page > last)
        {
            filter = filter with { Page = last };
            answer = await search.Find(filter.Query(language, today, PageSize), ct);
        }

        return Html.View<ListEntriesPage, ListEntriesModel>(new(language, filter, answer, today, last));
    }

    static async Task<IResult> Suggest(IEntrySearch search, HttpRequest request, CancellationToken ct)
    {
        var (language, text) = (Langs.Of(request), ListFilter.Of(request.Query).Text);
        if (text.Length < 2)
        {
            return TypedResults.Json(Array.Empty<Suggestion>());
        }

        var answer = await search.Find(new() { Text = text, Language = language, Take = MostSuggestions }, ct);
        return TypedResults.Json(answer.Found.Select(f => new Suggestion(f.Title, Addresses.Entry(language, f.Key))).ToArray());
    }

    sealed record Suggestion(string Title, string Address);
}

public sealed record ListEntriesModel(Lang Language, ListFilter Filter, SearchAnswer Answer, DateOnly Today, int LastPage)
{
    public string Address(ListFilter filter) => Addresses.List(Language) + filter.ToQuery();
}
