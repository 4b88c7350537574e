using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What becomes here of an account that is closed: as the register says of each column.</summary>
public sealed class AdsForgetting(AdsDb db, Actor actor, TimeProvider clock) : IForgets
{
    public string Module => "annonces";

    public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => new RegisteredErasure(db, new AdsRegister(), actor, clock).Run(account, isDry, ct);
}
