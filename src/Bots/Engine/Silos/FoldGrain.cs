using Beffroi.Bots.Engine.Folds;
using Beffroi.Bots.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Beffroi.Bots.Engine.Silos;

/// <summary>One step after the other: read what follows, compute, write the checkpoint with its outputs. A second activation of the same grain (nodes that do not see each other) is stopped by
/// the ETag of the checkpoint.</summary>
public abstract class FoldGrain(IPersistentState<FoldState> checkpoint, IServiceScopeFactory scopes, AccountScoring scoring, TimeProvider clock) : Grain, IFoldGrain
{
    Fold? _fold;
    bool _doubtful;

    internal abstract FoldName Name { get; }

    public async Task<bool> Advance()
    {
        if (_doubtful)
        {
            await checkpoint.ReadStateAsync();
            _doubtful = false;
        }

        try
        {
            if (_fold is null)
            {
                _fold = Fold.Open(Name, checkpoint.State, scoring, clock);
                checkpoint.State = checkpoint.State.Light();
            }

            // The engine of the database may not be asynchronous (SQLite): the thread of grains is not for waiting. Orleans lets nobody else touch the state.
            var (fold, state) = (_fold, checkpoint.State);
            if (await Task.Run(() => Next(fold, state)) is not { } next)
            {
                return false;
            }

            checkpoint.State = next;
            await checkpoint.WriteStateAsync();
            checkpoint.State = next.Light();
            return next.More;
        }
        catch
        {
            // What is in memory is perhaps not what is kept.
            (_fold, _doubtful) = (null, true);
            DeactivateOnIdle();
            throw;
        }
    }

    async Task<FoldState?> Next(Fold fold, FoldState state)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fold.Next(scope.ServiceProvider.GetRequiredService<BotsDb>(), state, CancellationToken.None);
    }
}

public sealed class AccountsGrain([PersistentState(nameof(FoldKind.Accounts), BotsGrainStorage.Name)] IPersistentState<FoldState> checkpoint, IServiceScopeFactory scopes, AccountScoring scoring, TimeProvider clock)
    : FoldGrain(checkpoint, scopes, scoring, clock), IAccountsGrain
{
    internal override FoldName Name => new(FoldKind.Accounts, this.GetPrimaryKeyString());
}

public sealed class VolumesGrain([PersistentState(nameof(FoldKind.Volumes), BotsGrainStorage.Name)] IPersistentState<FoldState> checkpoint, IServiceScopeFactory scopes, AccountScoring scoring, TimeProvider clock)
    : FoldGrain(checkpoint, scopes, scoring, clock), IVolumesGrain
{
    internal override FoldName Name => new(FoldKind.Volumes, this.GetPrimaryKeyString());
}

public sealed class TiesGrain([PersistentState(nameof(FoldKind.Ties), BotsGrainStorage.Name)] IPersistentState<FoldState> checkpoint, IServiceScopeFactory scopes, AccountScoring scoring, TimeProvider clock)
    : FoldGrain(checkpoint, scopes, scoring, clock), ITiesGrain
{
    internal override FoldName Name => new(FoldKind.Ties, this.GetPrimaryKeyString());
}
