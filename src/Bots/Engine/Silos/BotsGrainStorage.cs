using Beffroi.Bots.Engine.Folds;
using Beffroi.Bots.Keeping;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Beffroi.Bots.Engine.Silos;

/// <summary>Keeps the state of grains in the module's own tables (<c>bots_grains</c>), so that SQLite serves; with each state, what it changes elsewhere, in one transaction.</summary>
sealed class BotsGrainStorage(IServiceScopeFactory scopes, TimeProvider clock) : IGrainStorage
{
    public const string Name = "bots";

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (state, etag) = await Checkpoints.Read(Db(scope), Of(stateName, grainId), CancellationToken.None);
        (grainState.State, grainState.ETag, grainState.RecordExists) = ((T)(object)state, etag, etag is not null);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = grainState.State as FoldState ?? throw new NotSupportedException("Only folds are kept here.");
        try
        {
            grainState.ETag = await Task.Run(async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                return await Checkpoints.Write(Db(scope), Of(stateName, grainId), state, grainState.ETag, clock.GetUtcNow(), CancellationToken.None);
            });
            grainState.RecordExists = true;
        }
        catch (FencedException fenced)
        {
            throw new InconsistentStateException(fenced.Message, "", grainState.ETag ?? "", fenced);
        }
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var sql = new Sql(Db(scope));
        await sql.Run("""DELETE FROM bots_grains WHERE "Kind" = @p0 AND "Key" = @p1 AND "ETag" = @p2""", [stateName, Of(stateName, grainId).Key, grainState.ETag], CancellationToken.None);
        (grainState.State, grainState.ETag, grainState.RecordExists) = ((T)(object)new FoldState(), null, false);
    }

    static FoldName Of(string stateName, GrainId grain) => new(Enum.Parse<FoldKind>(stateName), grain.Key.ToString()!);

    static BotsDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<BotsDb>();
}
