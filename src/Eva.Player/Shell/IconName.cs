namespace Beffroi.Eva.Player.Shell;

public enum IconName
{
    Ear,
    Help,
    Pause,
    Stop,
    Right,
    Left,
    Check,
    Cross,
    Wait,
    Erase,
    Again,
    Globe,
    Up,
    Down,
    Grip,
    Eye,
}
