namespace Beffroi.Kit;

/// <summary>Pages of a module that search engines may find, besides those of the site map; the site gathers those of all modules.</summary>
public interface IListedPages
{
    Task<IReadOnlyList<ListedPage>> All(CancellationToken ct);
}

/// <param name="French">Path in French.</param>
/// <param name="English">Path of the same page in English; null where there is none.</param>
/// <param name="ChangedAt">Null where it is not known.</param>
public sealed record ListedPage(string French, string? English, DateTimeOffset? ChangedAt);
