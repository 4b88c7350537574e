using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What leads from one page of a long list to the next, in words.</summary>
static class LongLists
{
    public static PaginationWords PageWords(this Lang l) => l.Say(
        new PaginationWords("Première page", "Page précédente", "Page suivante", "Dernière page"),
        new PaginationWords("First page", "Previous page", "Next page", "Last page"));
}
