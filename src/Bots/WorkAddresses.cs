using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>Addresses of the pages of work and review that <see cref="Addresses"/> does not hold.</summary>
static class WorkAddresses
{
    /// <summary>What owners of accounts wrote, for analysts; owners write at <see cref="Addresses.Contest"/>.</summary>
    public static string Contests(Lang l) => Addresses.Home(l) + l.Say("/contestations", "/contests");
    public static string Contest(Lang l, Guid contest) => Contests(l) + $"/{contest}";

    /// <summary>What people agreed on, for learning.</summary>
    public static string Corpus(Lang l) => Addresses.Reviews(l) + l.Say("/corpus", "/dataset");

    public static string Asking(Lang l) => Addresses.Home(l) + l.Say("/demander", "/ask");
    public static string Batch(Lang l, Guid batch) => Asking(l) + $"/{batch}";
}
