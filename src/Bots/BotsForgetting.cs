using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What becomes here of an account that is closed: as the register says of each column.</summary>
public sealed class BotsForgetting(BotsDb db, Actor actor, TimeProvider clock) : IForgets
{
    public string Module => "robots";

    public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => new RegisteredErasure(db, new BotsRegister(), actor, clock).Run(account, isDry, ct);
}
