namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>The names of the columns and what each is for.</summary>
sealed record Header(IReadOnlyList<string> Names, IReadOnlyList<ColumnUse> Uses)
{
    const int MaxColumns = 10_000;
    const int LongestName = 200;

    /// <summary>Reads the first record.</summary>
    /// <exception cref="CommandFailedException">There is none, a name is missing or twice there, or a column asked for is not there.</exception>
    public static async Task<IReadOnlyList<string>> ReadNames(RecordReader records, CancellationToken ct)
    {
        if (!await records.Next(ct) || records.IsBlank)
        {
            throw records.Wrong("le fichier est vide, ou sa première ligne ; elle porte les noms des colonnes");
        }

        if (records.Count > MaxColumns)
        {
            throw records.Wrong($"{records.Count} colonnes, {MaxColumns} au plus");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            var name = records.Text(i);
            if (name.Length is 0 or > LongestName)
            {
                throw records.Wrong(name.Length == 0 ? $"la colonne {i + 1} n’a pas de nom" : $"le nom de la colonne {i + 1} dépasse {LongestName} caractères");
            }

            if (!seen.Add(name))
            {
                throw records.Wrong($"deux colonnes s’appellent {Quoted.Text(name)}{(name.All(char.IsAsciiDigit) ? " (la ligne des noms manque-t-elle ?)" : "")}");
            }
        }

        return [.. seen];
    }

    public static async Task<Header> Read(RecordReader records, ColumnChoice choice, CancellationToken ct)
    {
        var names = await ReadNames(records, ct);
        var uses = new ColumnUse[names.Count];
        foreach (var name in choice.Ignored)
        {
            uses[Find(name)] = ColumnUse.Ignored;
        }

        Give(choice.Id, ColumnUse.Id);
        Give(choice.Group, ColumnUse.Group);
        return uses.Contains(ColumnUse.Item) ? new(names, uses) : throw records.Wrong("aucune colonne ne reste pour les questions");

        void Give(string? name, ColumnUse use)
        {
            if (name is not null)
            {
                var at = Find(name);
                uses[at] = uses[at] is ColumnUse.Item ? use : throw records.Wrong($"la colonne {Quoted.Text(name)} est demandée pour deux usages");
            }
        }

        int Find(string name)
        {
            var at = names.ToList().IndexOf(name);
            return at >= 0 ? at : throw records.Wrong($"aucune colonne ne s’appelle {Quoted.Text(name)}{ClosestName.Hint(name, names)}");
        }
    }
}
