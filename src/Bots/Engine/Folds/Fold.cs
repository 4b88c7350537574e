using Beffroi.Bots.Scoring;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>A computation that goes along the log, from a checkpoint. It may keep things in memory: after a step that could not be written, it is thrown away and opened anew.</summary>
abstract class Fold
{
    /// <summary>The next step: null when nothing follows.</summary>
    public abstract Task<FoldState?> Next(BotsDb db, FoldState from, CancellationToken ct);

    public static Fold Open(FoldName name, FoldState from, AccountScoring scoring, TimeProvider clock) => name.Kind switch
    {
        FoldKind.Accounts => new AccountsFold(int.Parse(name.Key, System.Globalization.CultureInfo.InvariantCulture), scoring, clock),
        FoldKind.Volumes => new VolumesFold(Guid.Parse(name.Key)),
        FoldKind.Ties => new TiesFold(Guid.Parse(name.Key), from),
    };
}
