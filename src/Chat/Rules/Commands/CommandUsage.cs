namespace Beffroi.Chat.Rules.Commands;

/// <summary>How a command is written, and what it does.</summary>
public sealed record CommandUsage(string Name, Words Arguments, Words Does, string Example)
{
    public static readonly IReadOnlyList<CommandUsage> All =
    [
        new("case", new("TITRE [tlp:amber]", "TITLE [tlp:amber]"),
            new("ouvre un dossier ; dans un fil, le titre peut manquer", "opens a case; in a thread, the title may be left out"), "/case Fausses factures d’eau tlp:amber"),
        new("criteria", new("[CRITÈRE oui|non|inconnu RAISON]", "[CRITERION yes|no|unknown REASON]"),
            new("montre les critères du dossier, ou répond à l’un d’eux", "shows the criteria of the case, or answers one"), "/criteria massive oui 12 000 partages en une heure"),
        new("scale", new("PAYS PARTAGES", "COUNTRY SHARES"),
            new("compare un nombre de partages à des articles connus", "compares a number of shares with known articles"), "/scale fr 12000"),
        new("bot", new("@COMPTE | ADRESSE | MOTS", "@ACCOUNT | ADDRESS | WORDS"),
            new("estime si des programmes tiennent des comptes", "estimates whether programs run accounts"), "/bot @exemple"),
        new("source", new("ADRESSE D’UNE IMAGE", "ADDRESS OF AN IMAGE"),
            new("donne les recherches par image toutes prêtes", "gives ready-made searches by image"), "/source https://site.example/photo.jpg"),
        new("help", new("[COMMANDE]", "[COMMAND]"),
            new("explique les commandes", "explains the commands"), "/help scale"),
    ];

    public static CommandUsage? Find(string name) =>
        All.FirstOrDefault(u => string.Equals(u.Name, name.TrimStart('/'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The one that was likely meant: one letter more, less, changed or swapped.</summary>
    public static CommandUsage? Near(string name) => All.FirstOrDefault(u => Apart(u.Name, name.ToLowerInvariant()) <= 1);

    public Words Line => new($"/{Name} {Arguments.French}".TrimEnd(), $"/{Name} {Arguments.English}".TrimEnd());

    // Distance of Damerau (1964) in its restricted form, on words of a few letters.
    static int Apart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return 2;
        }

        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
