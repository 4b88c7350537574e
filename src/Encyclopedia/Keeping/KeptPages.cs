using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia;

/// <summary>Pages that everybody may read are made once and kept, until something is published. Only so many: what a visitor can make up is not kept.</summary>
public static class KeptPages
{
    public const string Tag = "encyclopedie";

    /// <summary>Pages of a list beyond it are made when they are asked for.</summary>
    const int LastKept = 50;

    /// <summary>What leaves no trace among the entries (the health of an address, a use) is old for this long at most on another node.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TBuilder KeptUntilPublished<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.KeptUntilPublished(_ => "");

    /// <summary>A list that <c>?page=</c> turns.</summary>
    public static TBuilder KeptByPage<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.KeptUntilPublished(query => Page(query));

    /// <param name="which">What makes it another page, read from its parameters and written in one way only; null: this one is not kept.</param>
    public static TBuilder KeptUntilPublished<TBuilder>(this TBuilder route, Func<IQueryCollection, string?> which) where TBuilder : IEndpointConventionBuilder =>
        route.CacheOutput(policy => policy.With(asked => which(asked.HttpContext.Request.Query) is not null)
            .Tag(Tag).Expire(Longest).SetVaryByQuery([])
            .VaryByValue(http => KeyValuePair.Create("which", which(http.Request.Query) ?? ""))
            .VaryByValue(Stamp));

    /// <summary>The page of a list that is asked for: nothing where none is, null where it is too far to be kept.</summary>
    public static string? Page(IQueryCollection query, string name = "page") => !int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? ""
        : page > LastKept ? null
        : page.ToString(CultureInfo.InvariantCulture);

    static async ValueTask<KeyValuePair<string, string>> Stamp(HttpContext http, CancellationToken ct)
    {
        var services = http.RequestServices;
        return KeyValuePair.Create("stamp", await services.GetRequiredService<PageStamp>().Of(services.GetRequiredService<EncyclopediaDb>(), ct));
    }
}
