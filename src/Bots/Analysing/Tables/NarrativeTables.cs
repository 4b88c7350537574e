using Beffroi.Kit;

namespace Beffroi.Bots.Analysing;

/// <summary>All tables of an analysis, by key.</summary>
public sealed class NarrativeTables(BotsDb db)
{
    public NarrativeTable Of(TableKey key, Narrative n, Lang l) => key switch
    {
        TableKey.Series => TimeTables.Series(n, l),
        TableKey.Languages => CountTables.Languages(n, l),
        TableKey.Clock => TimeTables.ClockTable(n, l),
        TableKey.Accounts => new AccountTables(db).Accounts(n, l),
        TableKey.Hashtags => CountTables.Hashtags(n, l),
        TableKey.Links => CountTables.Links(n, l),
        TableKey.Domains => CountTables.Domains(n, l),
        TableKey.Media => CountTables.Media(n, l),
        TableKey.Top => PostTables.Top(n, l),
        TableKey.Identical => PostTables.Identical(n, l),
        TableKey.Near => PostTables.Near(n, l),
        TableKey.Histogram => AccountTables.Histogram(n, l),
        TableKey.Scores => AccountTables.Scores(n, l),
    };

    /// <summary>As addresses and files call it.</summary>
    public static string Name(TableKey key) => key.ToString().ToLowerInvariant();

    public static TableKey? Read(string name) => Enum.GetValues<TableKey>().Where(k => string.Equals(Name(k), name, StringComparison.Ordinal)).Select(k => (TableKey?)k).FirstOrDefault();
}
