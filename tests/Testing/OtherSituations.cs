using Beffroi.Eva;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Testing;

/// <summary>A campaign made of other situations than its parcours': a game is tried alone.</summary>
public static class OtherSituations
{
    public static int Plays(this EvaDb db, string code, params string[] situations)
    {
        var wanted = situations.ToList();
        return db.Campaigns.Where(c => c.Code == code).ExecuteUpdate(set => set.SetProperty(c => c.Situations, wanted));
    }
}
