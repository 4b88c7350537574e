using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Bots.Figures;

/// <summary>Addresses below those of <see cref="Addresses"/>.</summary>
public static class OwnAddresses
{
    public static string Survival(Lang l) => Addresses.Accounts(l) + l.Say("/survie", "/survival");

    public static string GraphData(Lang l) => Addresses.Graph(l) + l.Say("/donnees", "/data");

    public static string GraphFile(Lang l) => Addresses.Graph(l) + ".gexf";

    public static PaginationWords PageWords(Lang l) => l.Say<PaginationWords>(new("Première page", "Page précédente", "Page suivante", "Dernière page"), new("First page", "Previous page", "Next page", "Last page"));
}
