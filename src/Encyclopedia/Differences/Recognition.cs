namespace Beffroi.Encyclopedia.Differences;

/// <summary>What makes an item of a list the same one before and after a change.</summary>
static class Recognition
{
    public static string IdOf(string list, IReadOnlyDictionary<string, string> fields) => list switch
    {
        "criteria" => fields["criterion"],
        "steps" => fields["id"],
        "sources" => fields.GetValueOrDefault("url") ?? fields["title"],
        "links" => $"{fields["to"]} {fields["relation"]}",
        "reliability" => $"{fields["on"]} {fields["by"]}",
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "This list has no items with fields."),
    };

    /// <summary>A source whose address changed is known by its title, an assessment by who made it.</summary>
    public static IReadOnlyList<Piece> Of(string list, IReadOnlyList<Piece> items, IReadOnlyList<Piece> like)
    {
        if (list is not ("sources" or "reliability"))
        {
            return items;
        }

        var field = string.Equals(list, "sources", StringComparison.Ordinal) ? "title" : "by";
        var known = like.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var here = items.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var lost = like.Where(p => !here.Contains(p.Id)).ToList();
        var recognised = new List<Piece>();
        foreach (var item in items)
        {
            var same = known.Contains(item.Id) ? null : lost.Find(p => string.Equals(p.Fields.GetValueOrDefault(field), item.Fields.GetValueOrDefault(field), StringComparison.Ordinal));
            if (same is not null)
            {
                lost.Remove(same);
            }

            recognised.Add(same is null ? item : item with { Id = same.Id });
        }

        return recognised;
    }
}
